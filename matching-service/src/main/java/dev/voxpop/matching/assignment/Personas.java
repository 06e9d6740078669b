package dev.voxpop.matching.assignment;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The personas of a matching in id order, each with a distribution over labels per trait.
 *
 * <p>Masses are stored by column (trait and label), eight bytes per persona and label. A persona
 * whose trait has no mass is uniform there and flagged as undetermined.
 */
public final class Personas {

  private final List<TraitLabels> traits;
  private final String[] ids;
  private final double[][][] masses;
  private final BitSet[] undetermined;

  private Personas(
      List<TraitLabels> traits, String[] ids, double[][][] masses, BitSet[] undetermined) {
    this.traits = traits;
    this.ids = ids;
    this.masses = masses;
    this.undetermined = undetermined;
  }

  public static Builder builder(List<TraitLabels> traits) {
    return new Builder(traits, 0);
  }

  /** Returns a builder that adds a constant to every label before normalising. */
  public static Builder builder(List<TraitLabels> traits, double smoothing) {
    return new Builder(traits, smoothing);
  }

  public List<TraitLabels> traits() {
    return traits;
  }

  public int size() {
    return ids.length;
  }

  public String id(int persona) {
    return ids[persona];
  }

  /** Returns the share of a persona's mass on a label; shares of a trait sum to one. */
  public double mass(int trait, int label, int persona) {
    return masses[trait][label][persona];
  }

  /** Returns whether nothing is known about a persona's trait. */
  public boolean isUndetermined(int trait, int persona) {
    return undetermined[trait].get(persona);
  }

  /** Returns how many personas are undetermined on a trait. */
  public int undetermined(int trait) {
    return undetermined[trait].cardinality();
  }

  /** Returns the label of largest mass, the earliest of several. */
  public int modalLabel(int trait, int persona) {
    int modal = 0;
    for (int label = 1; label < masses[trait].length; label++) {
      if (masses[trait][label][persona] > masses[trait][modal][persona]) {
        modal = label;
      }
    }
    return modal;
  }

  /** The column of one label, to be read only. */
  double[] column(int trait, int label) {
    return masses[trait][label];
  }

  /** Collects personas in any order. */
  public static final class Builder {

    private final List<TraitLabels> traits;
    private final double smoothing;
    private final int width;
    private String[] ids = new String[64];
    private final double[][][] masses;
    private final BitSet[] undetermined;
    private int size;

    private Builder(List<TraitLabels> traits, double smoothing) {
      if (!(smoothing >= 0) || Double.isInfinite(smoothing)) {
        throw new IllegalArgumentException(
            "Smoothing %s is not a finite number of at least 0.\nMaybe use 0.5?"
                .formatted(smoothing));
      }
      this.traits = List.copyOf(traits);
      this.smoothing = smoothing;
      this.width = this.traits.stream().mapToInt(TraitLabels::size).sum();
      this.masses = new double[this.traits.size()][][];
      this.undetermined = new BitSet[this.traits.size()];
      for (int trait = 0; trait < masses.length; trait++) {
        masses[trait] = new double[this.traits.get(trait).size()][ids.length];
        undetermined[trait] = new BitSet();
      }
    }

    /** Makes room for so many personas at once. */
    public Builder expecting(int personas) {
      if (personas > ids.length) {
        resize(personas);
      }
      return this;
    }

    /**
     * Adds a persona.
     *
     * @param counts non-negative counts or probabilities of all labels of all traits in declared
     *     order; a trait without mass is undetermined
     */
    public Builder add(String id, double... counts) {
      if (counts.length != width) {
        throw new IllegalArgumentException(
            "Persona \"%s\" has %d numbers instead of %d.\nMaybe a label is missing?"
                .formatted(id, counts.length, width));
      }
      if (size == ids.length) {
        resize(2 * size);
      }
      ids[size] = id;
      int offset = 0;
      for (int trait = 0; trait < masses.length; trait++) {
        put(trait, counts, offset);
        offset += masses[trait].length;
      }
      size++;
      return this;
    }

    /** Returns the personas in id order. */
    public Personas build() {
      String[] found = Arrays.copyOf(ids, size);
      int[] order = IdOrder.of(found, "persona");
      if (IdOrder.isIdentity(order)) {
        return new Personas(traits, found, masses.clone(), undetermined.clone());
      }
      return sorted(found, order);
    }

    private Personas sorted(String[] found, int[] order) {
      String[] sortedIds = new String[size];
      double[][][] sorted = new double[masses.length][][];
      BitSet[] flags = new BitSet[masses.length];
      Arrays.setAll(sortedIds, i -> found[order[i]]);
      for (int trait = 0; trait < masses.length; trait++) {
        sorted[trait] = new double[masses[trait].length][];
        for (int label = 0; label < masses[trait].length; label++) {
          sorted[trait][label] = gathered(masses[trait][label], order);
        }
        flags[trait] = new BitSet();
        for (int i = 0; i < size; i++) {
          flags[trait].set(i, undetermined[trait].get(order[i]));
        }
      }
      return new Personas(traits, sortedIds, sorted, flags);
    }

    private static double[] gathered(double[] column, int[] order) {
      double[] gathered = new double[order.length];
      Arrays.setAll(gathered, i -> column[order[i]]);
      return gathered;
    }

    private void put(int trait, double[] counts, int offset) {
      int labels = masses[trait].length;
      double sum = 0;
      for (int label = 0; label < labels; label++) {
        double count = counts[offset + label];
        if (!(count >= 0) || Double.isInfinite(count)) {
          throw new IllegalArgumentException(
              "Persona \"%s\" has mass %s on trait \"%s\".\nMaybe it should be 0?"
                  .formatted(ids[size], count, traits.get(trait).trait()));
        }
        sum += count;
      }
      undetermined[trait].set(size, sum == 0);
      sum += labels * smoothing;
      for (int label = 0; label < labels; label++) {
        masses[trait][label][size] =
            sum > 0 ? (counts[offset + label] + smoothing) / sum : 1.0 / labels;
      }
    }

    private void resize(int capacity) {
      ids = Arrays.copyOf(ids, capacity);
      for (double[][] trait : masses) {
        for (int label = 0; label < trait.length; label++) {
          trait[label] = Arrays.copyOf(trait[label], capacity);
        }
      }
    }
  }
}
