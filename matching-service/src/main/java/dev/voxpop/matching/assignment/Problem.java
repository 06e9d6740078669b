package dev.voxpop.matching.assignment;

import dev.voxpop.matching.trait.TraitLabels;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Humans grouped by their tuple of labels, beside personas with a distribution per trait.
 *
 * <p>The weight of human i and persona j is w(i, j) = ∏ f_t(i, j) over the traits in declared
 * order, where f_t is the persona's mass on the human's label, or 1 / (number of labels) when the
 * human's label is missing: the probability that the persona has the human's traits, taken as
 * independent. A trait that is missing for all humans is left out.
 *
 * <p>Weights of one human depend only on the tuple, so there are as many rows as distinct tuples
 * (groups, numbered in lexicographic order of their tuples), and no matrix of humans by personas
 * exists. Building is O(N log N).
 */
public final class Problem {

  private final Humans humans;
  private final Personas personas;
  private final int[] usedTraits;
  private final int[] groupOfHuman;
  private final int[][] labels;
  private final int[] sizes;

  private Problem(
      Humans humans, Personas personas, int[] usedTraits, int[] groupOfHuman, int groups) {
    this.humans = humans;
    this.personas = personas;
    this.usedTraits = usedTraits;
    this.groupOfHuman = groupOfHuman;
    this.labels = new int[usedTraits.length][groups];
    this.sizes = new int[groups];
    for (int human = 0; human < groupOfHuman.length; human++) {
      int group = groupOfHuman[human];
      sizes[group]++;
      for (int level = 0; level < usedTraits.length; level++) {
        labels[level][group] = humans.label(usedTraits[level], human);
      }
    }
  }

  /** Returns the problem of matching these humans with these personas. */
  public static Problem of(Humans humans, Personas personas) {
    if (!humans.traits().equals(personas.traits())) {
      throw new IllegalArgumentException(
          "Humans have traits %s, personas %s.\nMaybe one side was read with another wave?"
              .formatted(names(humans.traits()), names(personas.traits())));
    }
    int[] used =
        IntStream.range(0, humans.traits().size())
            .filter(
                trait ->
                    IntStream.range(0, humans.size())
                        .anyMatch(human -> humans.label(trait, human) != Humans.MISSING))
            .toArray();
    TupleCodes.Groups groups = TupleCodes.group(humans, used);
    return new Problem(humans, personas, used, groups.ofHuman(), groups.count());
  }

  public Humans humans() {
    return humans;
  }

  public Personas personas() {
    return personas;
  }

  /** Returns how many distinct tuples of labels the humans have. */
  public int groups() {
    return sizes.length;
  }

  /** Returns how many humans share the tuple of a group. */
  public int size(int group) {
    return sizes[group];
  }

  public int groupOf(int human) {
    return groupOfHuman[human];
  }

  /** Returns the weight of any human of a group with a persona. */
  public double weight(int group, int persona) {
    double weight = 1;
    for (int level = 0; level < usedTraits.length && weight > 0; level++) {
      weight *= factor(level, labels[level][group], persona);
    }
    return weight;
  }

  /** Returns the factor of one declared trait for a human and a persona, whether used or not. */
  public double factorOf(int trait, int human, int persona) {
    int label = humans.label(trait, human);
    return label == Humans.MISSING
        ? 1.0 / humans.traits().get(trait).size()
        : personas.mass(trait, label, persona);
  }

  /** Returns how many traits enter the product. */
  int levels() {
    return usedTraits.length;
  }

  int label(int level, int group) {
    return labels[level][group];
  }

  int labelsOf(int level) {
    return humans.traits().get(usedTraits[level]).size();
  }

  /** The masses of all personas on one label, to be read only. */
  double[] column(int level, int label) {
    return personas.column(usedTraits[level], label);
  }

  private double factor(int level, int label, int persona) {
    return label == Humans.MISSING ? 1.0 / labelsOf(level) : column(level, label)[persona];
  }

  private static List<String> names(List<TraitLabels> traits) {
    return traits.stream().map(TraitLabels::trait).toList();
  }
}
