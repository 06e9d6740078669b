package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distance.Measure;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Distances between the halves of every iteration, by measure and question; NaN where there is
 * none.
 */
public final class SplitDistances {

  private final Map<Measure, double[][]> values = new EnumMap<>(Measure.class);
  private final int questions;
  private final int splits;

  SplitDistances(int questions, int splits) {
    this.questions = questions;
    this.splits = splits;
    for (Measure measure : Measure.values()) {
      values.put(measure, new double[questions][splits]);
    }
  }

  /** Number of iterations. */
  public int splits() {
    return splits;
  }

  /** Number of questions. */
  public int questions() {
    return questions;
  }

  /** Distance of one question in one iteration. */
  public double get(Measure measure, int question, int split) {
    return of(measure)[question][split];
  }

  /** Distances of one question by iteration. */
  public double[] of(Measure measure, int question) {
    return of(measure)[question].clone();
  }

  /** Mean over the questions that have a distance, by iteration; NaN where none has. */
  public double[] means(Measure measure) {
    double[] sums = new double[splits];
    double[] used = new double[splits];
    for (double[] question : of(measure)) {
      for (int b = 0; b < splits; b++) {
        boolean present = !Double.isNaN(question[b]);
        sums[b] += present ? question[b] : 0;
        used[b] += present ? 1 : 0;
      }
    }
    for (int b = 0; b < splits; b++) {
      sums[b] /= used[b];
    }
    return sums;
  }

  double[][] of(Measure measure) {
    return Objects.requireNonNull(values.get(measure));
  }
}
