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
  private final Metrics[][] values;

  private Rounds(MetricLayout layout, Metrics[][] values) {
    this.layout = layout;
    this.values = values;
  }

  /** Runs the rounds. */
  public static Rounds of(
      Metrics.Questions questions, Sides sides, Resampling resampling, int rounds) {
    Metrics[][] values = new Metrics[sides.arms().size()][rounds];
    IntStream.range(0, rounds)
        .parallel()
        .forEach(
            round -> {
              Resampling.Drawn drawn = resampling.round(round);
              SideValues people = sides.people().values(drawn.people());
              for (int arm = 0; arm < values.length; arm++) {
                Side side = sides.arms().get(arm);
                values[arm][round] = Metrics.of(questions, people, side.values(drawn.arm(arm)));
              }
            });
    return new Rounds(questions.layout(), values);
  }

  /** Values of a metric of an arm by round. */
  public double[] of(int arm, String metric) {
    int place = layout.place(metric);
    double[] series = new double[values[arm].length];
    Arrays.setAll(series, round -> values[arm][round].at(place));
    return series;
  }

  /** Differences of a metric between two arms by round. */
  public double[] difference(int first, int second, String metric) {
    double[] a = of(first, metric);
    double[] b = of(second, metric);
    Arrays.setAll(a, round -> a[round] - b[round]);
    return a;
  }

  /** The people and the arms that are held against them. */
  public record Sides(Side people, List<Side> arms) {

    /** Copies the list. */
    public Sides {
      arms = List.copyOf(arms);
    }
  }
}
