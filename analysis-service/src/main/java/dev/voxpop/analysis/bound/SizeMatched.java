package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Distances of as many personas as half of the people from that half, so that they can be read
 * beside the split-half bound, which compares halves.
 *
 * <p>In iteration b, ⌊n/2⌋ personas drawn without replacement are held against the human half of
 * the same iteration, both with their own weights. For personas that answer like other people the
 * mean equals the bound's. Iterations are reduced in order; any number of threads gives the same
 * bits. O(splits · (people + personas) · questions).
 *
 * @param personas personas in each iteration
 * @param questions spreads by measure, in question order
 * @param mean spreads of the mean over questions
 */
public record SizeMatched(
    int splits, int personas, List<Map<Measure, Spread>> questions, Map<Measure, Spread> mean) {

  /** Copies the collections. */
  public SizeMatched {
    questions = questions.stream().map(Map::copyOf).toList();
    mean = Map.copyOf(mean);
  }

  /** Spread of the mean over questions. */
  public Spread mean(Measure measure) {
    return Objects.requireNonNull(mean.get(measure));
  }

  /**
   * What is compared.
   *
   * @param halves those of the bound
   * @param draws decide which personas take part
   */
  public record Plan(Halves halves, Draws draws, NominalEmd nominal, int splits) {}

  /** Runs the iterations; fewer personas than half of the people all take part. */
  public static SizeMatched of(Panel people, Panel arm, Plan plan) {
    int size = Math.min(people.size() / 2, arm.size());
    Map<Measure, double[][]> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(measure, new double[people.questions() + 1][plan.splits]);
    }
    IntStream.range(0, plan.splits)
        .parallel()
        .forEach(
            b -> {
              long[] half = plan.halves.of(b);
              double[][] human = sums(people, rows(half, people.size()));
              double[][] persona = sums(arm, drawn(plan.draws, b, arm.size(), size));
              store(values, b, distances(people, human, persona, plan.nominal));
            });
    return summary(values, people.questions(), size, plan.splits);
  }

  private static SizeMatched summary(
      Map<Measure, double[][]> values, int questions, int size, int splits) {
    List<Map<Measure, Spread>> all = new ArrayList<>();
    for (int q = 0; q <= questions; q++) {
      Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
      int column = q;
      values.forEach((measure, series) -> spreads.put(measure, Spread.of(series[column])));
      all.add(spreads);
    }
    return new SizeMatched(splits, size, all.subList(0, all.size() - 1), all.getLast());
  }

  private static void store(Map<Measure, double[][]> values, int b, List<Distance> distances) {
    values.forEach(
        (measure, series) -> {
          for (int q = 0; q < distances.size(); q++) {
            series[q][b] = distances.get(q).get(measure);
          }
          series[distances.size()][b] = Distance.mean(distances).get(measure).value();
        });
  }

  private static List<Distance> distances(
      Panel panel, double[][] human, double[][] persona, NominalEmd nominal) {
    List<Distance> distances = new ArrayList<>();
    for (int q = 0; q < human.length; q++) {
      boolean both = normalised(human[q]) && normalised(persona[q]);
      distances.add(
          both ? Distance.between(panel.item(q), human[q], persona[q], nominal) : Distance.NONE);
    }
    return distances;
  }

  private static boolean normalised(double[] sums) {
    double total = 0;
    for (double sum : sums) {
      total += sum;
    }
    for (int k = 0; k < sums.length; k++) {
      sums[k] /= total;
    }
    return total > 0;
  }

  private static double[][] sums(Panel panel, int[] rows) {
    double[][] sums = new double[panel.questions()][];
    for (int q = 0; q < sums.length; q++) {
      sums[q] = new double[panel.item(q).levels()];
      for (int row : rows) {
        if (panel.valid(row, q)) {
          sums[q][panel.cell(row, q)] += panel.weight(row);
        }
      }
    }
    return sums;
  }

  private static int[] rows(long[] half, int people) {
    return IntStream.range(0, people).filter(i -> (half[i >> 6] >>> i & 1) == 1).toArray();
  }

  /** The first {@code size} of a random permutation, in order of the panel. */
  private static int[] drawn(Draws draws, int iteration, int rows, int size) {
    int[] all = IntStream.range(0, rows).toArray();
    long first = (long) iteration * rows;
    for (int i = 0; i < size; i++) {
      int other = i + draws.below(first + i, rows - i);
      int kept = all[i];
      all[i] = all[other];
      all[other] = kept;
    }
    return IntStream.of(all).limit(size).sorted().toArray();
  }
}
