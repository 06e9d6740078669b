package dev.voxpop.matching.assignment;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.List;

/**
 * The humans of a matching in id order, each with one label per trait or none.
 *
 * <p>Stored by column: four bytes per human and trait.
 */
public final class Humans {

  /** The label index of a human whose trait is missing. */
  public static final int MISSING = -1;

  private final List<TraitLabels> traits;
  private final String[] ids;
  private final int[][] labels;

  private Humans(List<TraitLabels> traits, String[] ids, int[][] labels) {
    this.traits = traits;
    this.ids = ids;
    this.labels = labels;
  }

  public static Builder builder(List<TraitLabels> traits) {
    return new Builder(traits);
  }

  public List<TraitLabels> traits() {
    return traits;
  }

  public int size() {
    return ids.length;
  }

  public String id(int human) {
    return ids[human];
  }

  /** Returns the label index of a human on a trait, or {@link #MISSING}. */
  public int label(int trait, int human) {
    return labels[trait][human];
  }

  /** Collects humans in any order. */
  public static final class Builder {

    private final List<TraitLabels> traits;
    private String[] ids = new String[64];
    private int[][] labels;
    private int size;

    private Builder(List<TraitLabels> traits) {
      this.traits = List.copyOf(traits);
      this.labels = new int[this.traits.size()][ids.length];
    }

    /** Makes room for so many humans at once. */
    public Builder expecting(int humans) {
      if (humans > ids.length) {
        resize(humans);
      }
      return this;
    }

    /** Adds a human with a label index per trait, {@link #MISSING} where there is none. */
    public Builder add(String id, int... labelOfTrait) {
      if (size == ids.length) {
        resize(2 * size);
      }
      ids[size] = id;
      for (int trait = 0; trait < labels.length; trait++) {
        labels[trait][size] = checked(id, trait, labelOfTrait[trait]);
      }
      size++;
      return this;
    }

    /** Returns the humans in id order. */
    public Humans build() {
      String[] found = Arrays.copyOf(ids, size);
      int[] order = IdOrder.of(found, "human");
      String[] sortedIds = new String[size];
      int[][] sorted = new int[labels.length][size];
      for (int i = 0; i < size; i++) {
        sortedIds[i] = found[order[i]];
        for (int trait = 0; trait < labels.length; trait++) {
          sorted[trait][i] = labels[trait][order[i]];
        }
      }
      return new Humans(traits, sortedIds, sorted);
    }

    private int checked(String id, int trait, int label) {
      if (label < MISSING || label >= traits.get(trait).size()) {
        throw new IllegalArgumentException(
            "Human \"%s\" has label number %d on trait \"%s\".\nMaybe it is one of 0 to %d, or %d for missing?"
                .formatted(
                    id, label, traits.get(trait).trait(), traits.get(trait).size() - 1, MISSING));
      }
      return label;
    }

    private void resize(int capacity) {
      ids = Arrays.copyOf(ids, capacity);
      for (int trait = 0; trait < labels.length; trait++) {
        labels[trait] = Arrays.copyOf(labels[trait], capacity);
      }
    }
  }
}
