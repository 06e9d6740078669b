package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.compliance.OrderEffect.Shown;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
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
    double observed = chiSquare(i -> order[i]);
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
        several ? p(observed, new Draws(seed, 13)) : Double.NaN,
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

  private double chiSquare(IntUnaryOperator orderOf) {
    double[][] table = new double[orders.size()][item.levels()];
    double[] columns = new double[item.levels()];
    double[] rows = new double[orders.size()];
    for (int i = 0; i < option.length; i++) {
      int row = orderOf.applyAsInt(i);
      table[row][option[i]]++;
      rows[row]++;
      columns[option[i]]++;
    }
    double sum = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int k = 0; k < columns.length; k++) {
        double expected = rows[r] * columns[k] / option.length;
        double deviation = table[r][k] - expected;
        sum += expected > 0 ? deviation * deviation / expected : 0;
      }
    }
    return sum;
  }

  private double p(double observed, Draws draws) {
    List<int[]> blocks = blocks();
    int[] permuted = order.clone();
    long next = 0;
    int reached = 0;
    for (int round = 0; round < PERMUTATIONS; round++) {
      for (int[] starts : blocks) {
        next = shuffle(permuted, starts, draws, next);
      }
      reached += chiSquare(i -> permuted[i]) >= observed * (1 - ROUNDING) ? 1 : 0;
    }
    return (1.0 + reached) / (1 + PERMUTATIONS);
  }

  /** Exchanges the orders of whole personas; starts[0] is their number of answers. */
  private static long shuffle(int[] orders, int[] starts, Draws draws, long first) {
    int length = starts[0];
    long next = first;
    for (int i = starts.length - 1; i > 1; i--) {
      int other = 1 + draws.below(next++, i);
      for (int k = 0; k < length; k++) {
        int kept = orders[starts[i] + k];
        orders[starts[i] + k] = orders[starts[other] + k];
        orders[starts[other] + k] = kept;
      }
    }
    return next;
  }

  /** For each number of answers: that number, then where the answers of such personas begin. */
  private List<int[]> blocks() {
    Map<Integer, List<Integer>> byLength = new HashMap<>();
    int start = 0;
    for (int i = 1; i <= cells.size(); i++) {
      if (i == cells.size() || !cells.get(i).persona().equals(cells.get(start).persona())) {
        byLength.computeIfAbsent(i - start, length -> new ArrayList<>()).add(start);
        start = i;
      }
    }
    return new TreeMap<>(byLength)
        .entrySet().stream()
            .map(
                e ->
                    IntStream.concat(
                            IntStream.of(e.getKey()),
                            e.getValue().stream().mapToInt(Integer::intValue))
                        .toArray())
            .toList();
  }
}
