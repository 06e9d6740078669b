package dev.voxpop.matching.assignment;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The weights of one persona for all groups as products of two numbers: one per distinct beginning
 * of the groups' tuples, one per distinct ending.
 *
 * <p>Groups with one beginning are neighbours, so the largest product among them is bounded without
 * looking at any. Products differ from {@link WeightRows} in the last bits, because factors are not
 * taken in declared order: good enough where a mistake is mended later. An instance is used by one
 * thread.
 */
final class SplitWeights {

  private final Problem problem;
  private final int[] starts;
  private final int[] endingOfGroup;
  private final int[][] factorsOfBeginning;
  private final int[][] factorsOfEnding;
  private final double[] beginnings;
  private final double[] endings;
  private final int width;
  private final double[] masses;
  private double largestEnding;

  SplitWeights(Problem problem) {
    this.problem = problem;
    int split = bestSplit(problem);
    this.starts = starts(problem, split);
    this.endingOfGroup = endings(problem, split);
    this.beginnings = new double[starts.length - 1];
    this.endings = new double[distinct(endingOfGroup)];
    this.factorsOfBeginning = new int[beginnings.length][];
    this.factorsOfEnding = new int[endings.length][];
    for (int part = 0; part < beginnings.length; part++) {
      factorsOfBeginning[part] = factors(starts[part], 0, split);
    }
    for (int group = 0; group < endingOfGroup.length; group++) {
      factorsOfEnding[endingOfGroup[group]] = factors(group, split, problem.levels());
    }
    this.width = offset(problem.levels());
    this.masses = masses();
  }

  /** The place of a level's numbers in a persona's row: the missing factor, then the masses. */
  private int offset(int level) {
    int offset = 0;
    for (int before = 0; before < level; before++) {
      offset += 1 + problem.labelsOf(before);
    }
    return offset;
  }

  private int[] factors(int group, int from, int to) {
    return IntStream.range(from, to)
        .map(level -> offset(level) + 1 + problem.label(level, group))
        .toArray();
  }

  /** Returns all masses by persona, so that one persona's are beside each other. */
  private double[] masses() {
    int personas = problem.personas().size();
    double[] rows = new double[personas * width];
    for (int level = 0; level < problem.levels(); level++) {
      int place = offset(level);
      for (int label = -1; label < problem.labelsOf(level); label++) {
        double missing = 1.0 / problem.labelsOf(level);
        double[] column = label < 0 ? new double[0] : problem.column(level, label);
        for (int persona = 0; persona < personas; persona++) {
          rows[persona * width + place] = label < 0 ? missing : column[persona];
        }
        place++;
      }
    }
    return rows;
  }

  /** Returns how many distinct beginnings there are. */
  int parts() {
    return beginnings.length;
  }

  /** Returns the first group with a beginning; the last one's successor for the number of parts. */
  int start(int part) {
    return starts[part];
  }

  /** The part of each group. */
  int[] partOfGroup() {
    int[] parts = new int[endingOfGroup.length];
    for (int part = 0; part < beginnings.length; part++) {
      Arrays.fill(parts, starts[part], starts[part + 1], part);
    }
    return parts;
  }

  /** Makes the numbers those of a persona. */
  void load(int persona) {
    int row = persona * width;
    for (int part = 0; part < beginnings.length; part++) {
      beginnings[part] = product(row, factorsOfBeginning[part]);
    }
    largestEnding = 0;
    for (int ending = 0; ending < endings.length; ending++) {
      endings[ending] = product(row, factorsOfEnding[ending]);
      largestEnding = Math.max(largestEnding, endings[ending]);
    }
  }

  /** Makes all weights zero. */
  void loadNobody() {
    Arrays.fill(beginnings, 0);
    Arrays.fill(endings, 0);
    largestEnding = 0;
  }

  double beginning(int part) {
    return beginnings[part];
  }

  double largestEnding() {
    return largestEnding;
  }

  /** The numbers of all endings, to be read only. */
  double[] endings() {
    return endings;
  }

  /** The ending of each group, to be read only. */
  int[] endingOfGroup() {
    return endingOfGroup;
  }

  private double product(int row, int[] factors) {
    double product = 1;
    for (int factor : factors) {
      product *= masses[row + factor];
    }
    return product;
  }

  /** Returns the level at which beginnings and endings together are fewest. */
  private static int bestSplit(Problem problem) {
    return IntStream.rangeClosed(0, problem.levels())
        .boxed()
        .min(
            (a, b) ->
                Integer.compare(
                    starts(problem, a).length + distinct(endings(problem, a)),
                    starts(problem, b).length + distinct(endings(problem, b))))
        .orElse(0);
  }

  private static int distinct(int[] numbers) {
    return Arrays.stream(numbers).max().orElse(-1) + 1;
  }

  private static int[] starts(Problem problem, int split) {
    return IntStream.rangeClosed(0, problem.groups())
        .filter(group -> group == 0 || group == problem.groups() || begins(problem, split, group))
        .toArray();
  }

  private static boolean begins(Problem problem, int split, int group) {
    return IntStream.range(0, split)
        .anyMatch(level -> problem.label(level, group) != problem.label(level, group - 1));
  }

  private static int[] endings(Problem problem, int split) {
    long[] codes = new long[problem.groups()];
    for (int level = split; level < problem.levels(); level++) {
      for (int group = 0; group < codes.length; group++) {
        codes[group] =
            codes[group] * (problem.labelsOf(level) + 1) + problem.label(level, group) + 1;
      }
      long[] distinct = Arrays.stream(codes).sorted().distinct().toArray();
      Arrays.setAll(codes, group -> Arrays.binarySearch(distinct, codes[group]));
    }
    return Arrays.stream(codes).mapToInt(code -> (int) code).toArray();
  }
}
