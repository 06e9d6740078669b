package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Neighbouring questions whose joint answers are looked at together.
 *
 * <p>Joint answers are numbered in mixed radix, 0 being no answer to any of them.
 */
final class QuestionGroup {

  private static final int MOST_QUESTIONS = 6;
  private static final int MOST_COMBINATIONS = 1 << 16;

  private final int first;
  private final int[] levels;

  private QuestionGroup(int first, int[] levels) {
    this.first = first;
    this.levels = levels;
  }

  /**
   * What work costs, in additions of one row.
   *
   * @param people rows to be added once a group
   * @param splits cells that exist only because a field is full
   * @param part addition of a cell to an option of one question
   */
  record Cost(int people, double splits, double part) {
    double of(long combinations, int questions) {
      double cells = Math.min(people, combinations + splits);
      return people + cells * questions * part;
    }
  }

  /** The cheapest partition of a panel's questions into groups of neighbours. */
  static List<QuestionGroup> cheapest(Panel panel, Cost cost) {
    int[] from = new int[panel.questions() + 1];
    double[] best = new double[from.length];
    for (int end = 1; end < from.length; end++) {
      from[end] = end - 1;
      best[end] = Double.POSITIVE_INFINITY;
      long combinations = 1;
      for (int start = end - 1; start >= Math.max(0, end - MOST_QUESTIONS); start--) {
        combinations *= panel.item(start).levels();
        double total = best[start] + cost.of(combinations, end - start);
        if (total < best[end] && of(panel, start, end).isSmall()) {
          best[end] = total;
          from[end] = start;
        }
      }
    }
    List<QuestionGroup> groups = new ArrayList<>();
    for (int end = panel.questions(); end > 0; end = from[end]) {
      groups.addFirst(of(panel, from[end], end));
    }
    return groups;
  }

  /** What a partition costs. */
  static double cost(List<QuestionGroup> groups, Cost cost) {
    return groups.stream()
        .mapToDouble(group -> cost.of(group.product(), group.levels.length))
        .sum();
  }

  /** The first question. */
  int first() {
    return first;
  }

  /** Number of joint answers, those with missing ones included. */
  int combinations() {
    return IntStream.of(levels).reduce(1, (product, level) -> product * (level + 1));
  }

  /** Options of all questions together. */
  int options() {
    return IntStream.of(levels).sum();
  }

  /** Number of a person's joint answers. */
  int key(Panel panel, int person) {
    int key = 0;
    for (int q = 0; q < levels.length; q++) {
      key = key * (levels[q] + 1) + Math.max(0, panel.cell(person, first + q) + 1);
    }
    return key;
  }

  /** The options chosen in joint answers, counted through all questions. */
  int[] optionsOf(int key) {
    int[] options = new int[levels.length];
    int count = 0;
    int rest = key;
    int before = options();
    for (int q = levels.length - 1; q >= 0; q--) {
      before -= levels[q];
      int level = rest % (levels[q] + 1);
      rest /= levels[q] + 1;
      if (level > 0) {
        options[count++] = before + level - 1;
      }
    }
    return Arrays.copyOf(options, count);
  }

  private boolean isSmall() {
    double keys = IntStream.of(levels).asDoubleStream().reduce(1, (a, b) -> a * (b + 1));
    return levels.length == 1 || keys <= MOST_COMBINATIONS;
  }

  private long product() {
    return IntStream.of(levels).asLongStream().reduce(1, (a, b) -> a * b);
  }

  private static QuestionGroup of(Panel panel, int start, int end) {
    return new QuestionGroup(
        start, IntStream.range(start, end).map(q -> panel.item(q).levels()).toArray());
  }
}
