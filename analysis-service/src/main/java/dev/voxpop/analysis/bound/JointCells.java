package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The people of a block, put together by their joint answers to a few questions: a list of sums.
 *
 * <p>A cell is a combination of answers that occurs, no answer being one of them. The rows of its
 * people are added once for all questions of the group; each option of each question is then the
 * sum of its cells. Rows of people come first and rows of sums behind them, so a cell of one person
 * is the row of that person. No sum weighs more than the limit: what does is several sums.
 */
final class JointCells {

  private final int[] addends;
  private final int[] ends;
  private final int[][] parts;

  private JointCells(int[] addends, int[] ends, int[][] parts) {
    this.addends = addends;
    this.ends = ends;
    this.parts = parts;
  }

  /**
   * People behind each other.
   *
   * @param first first person of the block
   * @param size people of the block
   */
  record Block(int first, int size) {}

  /** How much one sum can hold, and what people weigh. */
  static final class Limit {
    private final long[] units;
    private final long capacity;

    private Limit(long[] units, long capacity) {
      this.units = units;
      this.capacity = capacity;
    }

    /** A sum holds any weight. */
    static Limit none(int people) {
      return new Limit(new long[people], 0);
    }

    /** A sum holds what a field does. */
    static Limit of(WholeWeights weights, Packing packing) {
      return new Limit(weights.toArray(), packing.capacity());
    }
  }

  /** The sums of a group of questions over a block of people. */
  static JointCells of(Panel panel, QuestionGroup group, Block block, Limit limit) {
    int[] keys = new int[block.size];
    int[] order = sorted(panel, group, block, keys);
    long[] weights = Arrays.copyOfRange(limit.units, block.first, block.first + block.size);
    Builder builder = new Builder(block.size, limit.capacity, weights);
    int[][] options = new int[group.options()][order.length];
    int[] counts = new int[options.length];
    for (int[] cell : cells(order, keys)) {
      for (int row : builder.sums(cell)) {
        for (int option : group.optionsOf(keys[cell[0]])) {
          options[option][counts[option]++] = row;
        }
      }
    }
    int[][] parts = new int[options.length][];
    for (int k = 0; k < parts.length; k++) {
      parts[k] = builder.sums(Arrays.copyOf(options[k], counts[k]));
    }
    return builder.build(parts);
  }

  /** People by cell. */
  private static List<int[]> cells(int[] order, int[] keys) {
    List<int[]> cells = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= order.length; to++) {
      if (to == order.length || keys[order[to]] != keys[order[from]]) {
        cells.add(Arrays.copyOfRange(order, from, to));
        from = to;
      }
    }
    return cells;
  }

  /** Rows to be added, sum by sum. */
  int[] addends() {
    return addends;
  }

  /** Where the rows of each sum end; sums follow the people as rows of their own. */
  int[] ends() {
    return ends;
  }

  /** By option, through all questions of the group: the rows whose sum it is. */
  int[][] parts() {
    return parts;
  }

  /** People who answered at least one question, by key, then in order. */
  private static int[] sorted(Panel panel, QuestionGroup group, Block block, int[] keys) {
    int[] starts = new int[group.combinations() + 1];
    for (int i = 0; i < block.size; i++) {
      keys[i] = group.key(panel, block.first + i);
      starts[keys[i] + 1] += keys[i] == 0 ? 0 : 1;
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] order = new int[starts[starts.length - 1]];
    for (int i = 0; i < block.size; i++) {
      if (keys[i] != 0) {
        order[starts[keys[i]]++] = i;
      }
    }
    return order;
  }

  /** Collects sums; rows are weighed as they are made. */
  private static final class Builder {
    private final int size;
    private final long capacity;
    private final List<int[]> sums = new ArrayList<>();
    private long[] weights;

    Builder(int size, long capacity, long[] weights) {
      this.size = size;
      this.capacity = capacity;
      this.weights = weights;
    }

    /** Rows that hold the sum of these rows: as few as the limit allows. */
    int[] sums(int[] rows) {
      int[] found = new int[rows.length];
      int count = 0;
      int from = 0;
      long held = 0;
      for (int i = 0; i < rows.length; i++) {
        if (i > from && held + weights[rows[i]] > capacity) {
          found[count++] = sum(Arrays.copyOfRange(rows, from, i), held);
          from = i;
          held = 0;
        }
        held += weights[rows[i]];
      }
      if (from < rows.length) {
        found[count++] = sum(Arrays.copyOfRange(rows, from, rows.length), held);
      }
      return Arrays.copyOf(found, count);
    }

    private int sum(int[] rows, long weight) {
      if (rows.length == 1) {
        return rows[0];
      }
      int row = size + sums.size();
      sums.add(rows);
      if (row >= weights.length) {
        weights = Arrays.copyOf(weights, 2 * row);
      }
      weights[row] = weight;
      return row;
    }

    JointCells build(int[][] parts) {
      int[] ends = sums.stream().mapToInt(rows -> rows.length).toArray();
      Arrays.parallelPrefix(ends, Integer::sum);
      int[] all = sums.stream().flatMapToInt(IntStream::of).toArray();
      return new JointCells(all, ends, parts);
    }
  }
}
