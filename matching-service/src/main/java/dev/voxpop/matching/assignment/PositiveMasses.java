package dev.voxpop.matching.assignment;

import java.util.Arrays;

/** Where masses are above zero: one bit per persona and label, in words of 64 personas. */
final class PositiveMasses {

  private final long[][][] words;
  private final boolean vanishing;

  private PositiveMasses(long[][][] words, boolean vanishing) {
    this.words = words;
    this.vanishing = vanishing;
  }

  static PositiveMasses of(Problem problem, Workers workers) {
    int length = (problem.personas().size() + Long.SIZE - 1) / Long.SIZE;
    long[][][] words = new long[problem.levels()][][];
    double[] least = new double[problem.levels()];
    for (int level = 0; level < words.length; level++) {
      words[level] = new long[problem.labelsOf(level)][length];
      least[level] = 1.0 / problem.labelsOf(level);
    }
    workers.forRanges(
        length,
        (from, to) -> {
          double[] smallest = new double[words.length];
          for (int level = 0; level < words.length; level++) {
            smallest[level] = fill(problem, level, words[level], from, to);
          }
          synchronized (least) {
            Arrays.setAll(least, level -> Math.min(least[level], smallest[level]));
          }
        });
    double product = 1;
    for (double factor : least) {
      product *= factor;
    }
    return new PositiveMasses(words, product == 0);
  }

  /**
   * Fills some words of all labels of a trait and returns the smallest positive mass.
   *
   * <p>Bits of doubles that are not negative compare like the doubles; one less, as an unsigned
   * number, zero is the largest of all.
   */
  private static double fill(Problem problem, int level, long[][] words, int from, int to) {
    long smallest = order(1);
    for (int label = 0; label < words.length; label++) {
      double[] column = problem.column(level, label);
      for (int word = from; word < to; word++) {
        int first = word * Long.SIZE;
        int end = Math.min(problem.personas().size(), first + Long.SIZE);
        long bits = 0;
        for (int persona = first; persona < end; persona++) {
          long mass = Double.doubleToRawLongBits(column[persona]);
          bits |= (-mass >>> (Long.SIZE - 1)) << persona;
          smallest = Math.min(smallest, mass - 1 ^ Long.MIN_VALUE);
        }
        words[label][word] = bits;
      }
    }
    return Double.longBitsToDouble((smallest ^ Long.MIN_VALUE) + 1);
  }

  private static long order(double mass) {
    return Double.doubleToRawLongBits(mass) - 1 ^ Long.MIN_VALUE;
  }

  /** The words of one label, to be read only. */
  long[] of(int level, int label) {
    return words[level][label];
  }

  /** Returns whether a product of positive masses could be too small for a double. */
  boolean canVanish() {
    return vanishing;
  }
}
