package dev.voxpop.analysis.audit;

import dev.voxpop.analysis.draw.Draws;
import java.util.Arrays;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of the variance of the answers to one question a factor explains.
 *
 * <p>One-way analysis of variance over the factor's levels on each option's indicator, added up
 * over options: share = (SS_between − (levels − 1) · MS_within)/SS_total, which is 0 on average
 * when the factor does nothing; a negative estimate is 0. p by permuting levels over answers, p =
 * (1 + #{SS* ≥ SS})/(1 + permutations). In a balanced design with independent factors the shares of
 * several factors may be read side by side. O(permutations · answers).
 *
 * <p>Where the same personas were asked with several levels, personas are blocks: what they differ
 * in is taken out of MS_within, with their degrees of freedom, and levels are permuted within a
 * persona only; the total stays what it is, so shares keep their meaning. Exact when every block
 * has every level equally often; answers without a value make it nearly so.
 *
 * <p>T. L. Kelley, An unbiased correlation ratio measure, 1935, doi:10.1073/pnas.21.9.554.
 *
 * @param share explained share of the variance, 0 … 1; NaN when answers or levels do not vary
 * @param p permutation p-value; NaN like the share
 * @param n answers
 */
public record FactorShare(String factor, double share, double p, int n) {

  /** How far an item depends on a factor. */
  public enum Flag {
    /** Less than 1 % of the variance, or nothing beyond chance. */
    STABLE("stable"),
    /** From 1 to 6 %. */
    SENSITIVE("sensitive"),
    /** 6 % and more. */
    FRAGILE("fragile");

    private final String key;

    Flag(String key) {
      this.key = key;
    }

    /** The name in files. */
    public String key() {
      return key;
    }
  }

  private static final int PERMUTATIONS = 999;
  private static final double CHANCE = 0.05;
  private static final double SENSITIVE = 0.01;
  private static final double FRAGILE = 0.06;
  private static final double ROUNDING = 1e-9;

  /** The flag of this share. */
  public Flag flag() {
    if (!(share >= SENSITIVE) || p >= CHANCE) {
      return Flag.STABLE;
    }
    return share >= FRAGILE ? Flag.FRAGILE : Flag.SENSITIVE;
  }

  /**
   * The share of one factor.
   *
   * @param levels level of each answer, from 0
   * @param options chosen option of each answer, from 0
   */
  public static FactorShare of(String factor, int[] levels, int[] options, Draws draws) {
    return of(factor, levels, options, new int[levels.length], draws);
  }

  /**
   * The share of one factor over answers in blocks.
   *
   * @param blocks the persona of each answer, from 0
   */
  // the three arrays are one table by columns, and the others say what is made of it
  public static FactorShare of(
      String factor, int[] levels, int[] options, int[] blocks, Draws draws) {
    int n = levels.length;
    Table table = new Table(levels, options);
    double total = table.total();
    double between = table.between(levels);
    int groups = (int) Arrays.stream(levels).distinct().count();
    int[][] members = members(blocks);
    int free = n - groups - (members.length - 1);
    if (groups < 2 || free <= 0 || total == 0) {
      return new FactorShare(factor, Double.NaN, Double.NaN, n);
    }
    double apart = members.length == 1 ? 0 : new Table(blocks, options).between(blocks);
    double within = Math.max(0, total - between - apart) / free;
    double share = Math.max(0, (between - (groups - 1) * within) / total);
    int[] permuted = levels.clone();
    int reached = 0;
    for (int round = 0; round < PERMUTATIONS; round++) {
      shuffle(permuted, members, draws, (long) round * n);
      reached += table.between(permuted) >= between - ROUNDING * total ? 1 : 0;
    }
    return new FactorShare(factor, share, (1.0 + reached) / (1 + PERMUTATIONS), n);
  }

  /** Places of the answers of each block. */
  private static int[][] members(int[] blocks) {
    return IntStream.range(0, blocks.length)
        .boxed()
        .collect(Collectors.groupingBy(i -> blocks[i], TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(own -> own.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private static void shuffle(int[] values, int[][] members, Draws draws, long first) {
    long next = first;
    for (int[] block : members) {
      for (int i = block.length - 1; i > 0; i--) {
        int other = block[draws.below(next + i, i + 1)];
        int kept = values[block[i]];
        values[block[i]] = values[other];
        values[other] = kept;
      }
      next += block.length;
    }
  }

  private static final class Table {
    private final int[] options;
    private final int groups;
    private final double[] totals;

    Table(int[] levels, int[] options) {
      this.options = options;
      this.groups = Arrays.stream(levels).max().orElse(-1) + 1;
      this.totals = new double[Arrays.stream(options).max().orElse(-1) + 1];
      for (int option : options) {
        totals[option]++;
      }
    }

    double total() {
      double n = options.length;
      return Arrays.stream(totals).map(count -> count * (1 - count / n)).sum();
    }

    double between(int[] levels) {
      double[][] counts = new double[groups][totals.length];
      double[] sizes = new double[groups];
      for (int i = 0; i < options.length; i++) {
        counts[levels[i]][options[i]]++;
        sizes[levels[i]]++;
      }
      double sum = 0;
      for (int g = 0; g < groups; g++) {
        for (int k = 0; k < totals.length && sizes[g] > 0; k++) {
          double deviation = counts[g][k] / sizes[g] - totals[k] / options.length;
          sum += sizes[g] * deviation * deviation;
        }
      }
      return sum;
    }
  }
}
