package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.compliance.OrderEffect.Shown;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Chi-square test of homogeneity of answers over displayed orders, by permutation.
 *
 * <p>Under the hypothesis that order does not matter, the orders could have been dealt to other
 * personas. So personas with equally many valid answers exchange the orders of their answers as a
 * whole, and p = (1 + #{χ²* ≥ χ²})/(1 + permutations). Testing positions against equal shares
 * instead would flag every honest central answer. Answers are sorted by persona and repeat, so the
 * same seed gives the same p. Equal to the statistic of R's {@code chisq.test(table, correct =
 * FALSE)}. O(permutations · answers).
 *
 * <p>R. A. Fisher, The design of experiments, 1935; M. D. Ernst, Permutation methods, 2004,
 * doi:10.1214/088342304000000396.
 */
public final class OrderHomogeneity {

  /** Permutations of one question. */
  public static final int PERMUTATIONS = 999;

  private static final double ROUNDING = 1e-9;

  private final Item item;
  private final List<CellRecord> cells;
  private final List<List<Integer>> orders = new ArrayList<>();
  private final int[] order;
  private final int[] option;

  private OrderHomogeneity(Item item, List<CellRecord> cells) {
    this.item = item;
    this.cells = cells;
    this.order = new int[cells.size()];
    this.option = new int[cells.size()];
    Map<String, Integer> numbers = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      List<Integer> shown = shown(item, cells.get(i));
      Integer number = numbers.putIfAbsent(shown.toString(), orders.size());
      order[i] = number == null ? orders.size() : number;
      if (number == null) {
        orders.add(shown);
      }
      Integer chosen = cells.get(i).option();
      option[i] = chosen == null ? 0 : chosen;
    }
  }

  /** The effect of order on the valid answers to one question. */
  public static OrderEffect of(Item item, List<CellRecord> cells, long seed) {
    List<CellRecord> valid =
        cells.stream()
            .filter(cell -> cell.question().equals(item.id()) && cell.valid())
            .filter(cell -> cell.option() != null && shown(item, cell).contains(cell.option()))
            .sorted(Comparator.comparing(CellRecord::persona).thenComparing(CellRecord::repeat))
            .toList();
    return new OrderHomogeneity(item, valid).effect(seed);
  }

  /** The options of an item in the order in which they were displayed, shown refusals left out. */
  static List<Integer> shown(Item item, CellRecord cell) {
    return cell.displayOrder().isEmpty()
        ? IntStream.range(0, item.levels()).boxed().toList()
        : cell.displayOrder().stream().filter(option -> option < item.levels()).toList();
  }

  private OrderEffect effect(long seed) {
    Orders tables = new Orders();
    double observed = tables.chiSquare(tables.counts());
    int chosen = (int) Arrays.stream(option).distinct().count();
    boolean several = orders.size() > 1;
    List<Integer> declared = IntStream.range(0, item.levels()).boxed().toList();
    return new OrderEffect(
        item,
        positions(),
        orders.size(),
        cells.size(),
        several ? observed : Double.NaN,
        several ? (orders.size() - 1) * (chosen - 1) : 0,
        several ? p(tables, observed, new Draws(seed, 13)) : Double.NaN,
        shown(declared),
        shown(declared.reversed()));
  }

  private List<Double> positions() {
    double[] counts = new double[item.levels()];
    for (int i = 0; i < option.length; i++) {
      counts[orders.get(order[i]).indexOf(option[i])]++;
    }
    return Arrays.stream(counts).mapToObj(count -> count / option.length).toList();
  }

  private Optional<Shown> shown(List<Integer> wanted) {
    int number = orders.indexOf(wanted);
    double[] counts = new double[item.levels()];
    int n = 0;
    for (int i = 0; i < option.length; i++) {
      if (order[i] == number) {
        counts[option[i]]++;
        n++;
      }
    }
    double all = n;
    return n == 0
        ? Optional.empty()
        : Optional.of(new Shown(n, Arrays.stream(counts).mapToObj(c -> c / all).toList()));
  }

  private double p(Orders tables, double observed, Draws draws) {
    List<Block> blocks = blocks();
    long next = 0;
    int reached = 0;
    for (int round = 0; round < PERMUTATIONS; round++) {
      int[] counts = new int[tables.expected.length];
      for (Block block : blocks) {
        next = block.shuffle(counts, draws, next);
      }
      reached += tables.chiSquare(counts) >= observed * (1 - ROUNDING) ? 1 : 0;
    }
    return (1.0 + reached) / (1 + PERMUTATIONS);
  }

  /** The table of orders and options, whose margins no permutation changes. */
  private final class Orders {
    private final double[] expected = new double[orders.size() * item.levels()];

    Orders() {
      double[] columns = new double[item.levels()];
      double[] rows = new double[orders.size()];
      for (int i = 0; i < option.length; i++) {
        rows[order[i]]++;
        columns[option[i]]++;
      }
      for (int cell = 0; cell < expected.length; cell++) {
        expected[cell] =
            rows[cell / columns.length] * columns[cell % columns.length] / option.length;
      }
    }

    int[] counts() {
      int[] counts = new int[expected.length];
      for (int i = 0; i < option.length; i++) {
        counts[order[i] * item.levels() + option[i]]++;
      }
      return counts;
    }

    double chiSquare(int[] counts) {
      double sum = 0;
      for (int cell = 0; cell < expected.length; cell++) {
        double deviation = counts[cell] - expected[cell];
        sum += expected[cell] > 0 ? deviation * deviation / expected[cell] : 0;
      }
      return sum;
    }
  }

  /**
   * The answers of all personas with equally many of them, persona by persona: where the order of
   * each begins in the table, and its option.
   */
  private static final class Block {
    private final int length;
    private final int[] rows;
    private final int[] options;

    Block(int length, int answers) {
      this.length = length;
      this.rows = new int[answers];
      this.options = new int[answers];
    }

    /** Exchanges the orders of whole personas and counts; a persona left behind is settled. */
    long shuffle(int[] counts, Draws draws, long first) {
      long next = first;
      for (int left = rows.length / length; left > 0; left--) {
        int last = (left - 1) * length;
        int other = left > 1 ? draws.below(next++, left) * length : last;
        for (int k = 0; k < length; k++) {
          int row = rows[other + k];
          rows[other + k] = rows[last + k];
          rows[last + k] = row;
          counts[row + options[last + k]]++;
        }
      }
      return next;
    }
  }

  /** Blocks by number of answers, ascending. */
  private List<Block> blocks() {
    Map<Integer, List<Integer>> byLength = new TreeMap<>();
    int start = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || !cells.get(i).persona().equals(cells.get(start).persona())) {
        byLength.computeIfAbsent(i - start, length -> new ArrayList<>()).add(start);
        start = i;
      }
    }
    return byLength.entrySet().stream().map(e -> block(e.getKey(), e.getValue())).toList();
  }

  private Block block(int length, List<Integer> starts) {
    Block block = new Block(length, length * starts.size());
    for (int i = 0; i < block.rows.length; i++) {
      int answer = starts.get(i / length) + i % length;
      block.rows[i] = order[answer] * item.levels();
      block.options[i] = option[answer];
    }
    return block;
  }
}
