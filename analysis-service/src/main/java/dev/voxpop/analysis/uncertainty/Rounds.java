package dev.voxpop.analysis.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Metrics of every arm in every bootstrap round.
 *
 * <p>Round b depends on the seeds and b only and is stored by b, so any number of threads gives the
 * same values. The people's side of a round is computed once for all arms.
 */
public final class Rounds {

  private final MetricLayout layout;
  private final double[][][] values;

  private Rounds(MetricLayout layout, double[][][] values) {
    this.layout = layout;
    this.values = values;
  }

  /** Runs the rounds. */
  public static Rounds of(
      Metrics.Questions questions, Sides sides, Resampling resampling, int rounds) {
    double[][][] values = new double[sides.arms().size()][questions.layout().size()][rounds];
    IntStream.range(0, rounds)
        .parallel()
        .forEach(
            round -> {
              SideValues people = sides.people().values(resampling.people(round));
              for (int arm = 0; arm < values.length; arm++) {
                Side side = sides.arms().get(arm);
                SideValues personas = side.values(resampling.arm(arm, round));
                store(values[arm], round, Metrics.of(questions, people, personas));
              }
            });
    return new Rounds(questions.layout(), values);
  }

  /** Values of a metric of an arm by round. */
  public double[] of(int arm, String metric) {
    return values[arm][layout.place(metric)].clone();
  }

  /** Differences of a metric between two arms by round. */
  public double[] difference(int first, int second, String metric) {
    double[] a = of(first, metric);
    double[] b = of(second, metric);
    Arrays.setAll(a, round -> a[round] - b[round]);
    return a;
  }

  private static void store(double[][] series, int round, Metrics metrics) {
    for (int place = 0; place < series.length; place++) {
      series[place][round] = metrics.at(place);
    }
  }

  /** The people and the arms that are held against them. */
  public record Sides(Side people, List<Side> arms) {

    /** Copies the list. */
    public Sides {
      arms = List.copyOf(arms);
    }
  }
}
