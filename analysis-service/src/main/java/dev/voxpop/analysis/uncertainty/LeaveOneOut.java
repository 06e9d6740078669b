package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.panel.Index;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Metrics of every arm without one person, and without one story, at a time.
 *
 * <p>Values are stored by the number of what was left out, so any number of threads gives the same
 * numbers. O((people + stories) · cost of one comparison).
 */
public final class LeaveOneOut {

  private final MetricLayout layout;
  private final double[][][] people;
  private final double[][][] clusters;

  private LeaveOneOut(MetricLayout layout, double[][][] people, double[][][] clusters) {
    this.layout = layout;
    this.people = people;
    this.clusters = clusters;
  }

  /** Computes all of them. */
  public static LeaveOneOut of(Metrics.Questions questions, Rounds.Sides sides) {
    int n = sides.people().panel().size();
    int arms = sides.arms().size();
    double[][][] people = new double[arms][questions.layout().size()][n];
    double[][][] clusters = new double[arms][][];
    SideValues everybody = sides.people().values();
    SideValues[] whole = sides.arms().stream().map(Side::values).toArray(SideValues[]::new);
    IntStream.range(0, n)
        .parallel()
        .forEach(
            i -> {
              SideValues without = sides.people().values(without(n, row -> row == i ? 0 : 1));
              for (int arm = 0; arm < arms; arm++) {
                store(people[arm], i, Metrics.of(questions, without, whole[arm]));
              }
            });
    for (int arm = 0; arm < arms; arm++) {
      clusters[arm] = clusters(questions, everybody, sides.arms().get(arm));
    }
    return new LeaveOneOut(questions.layout(), people, clusters);
  }

  /** Acceleration of a metric of an arm. */
  public double acceleration(int arm, String metric) {
    int place = layout.place(metric);
    return BiasCorrected.acceleration(people[arm][place], clusters[arm][place]);
  }

  /** Values of a metric of an arm without each person. */
  public double[] people(int arm, String metric) {
    return people[arm][layout.place(metric)].clone();
  }

  /** Values of a metric of an arm without each story. */
  public double[] clusters(int arm, String metric) {
    return clusters[arm][layout.place(metric)].clone();
  }

  private static double[][] clusters(Metrics.Questions questions, SideValues people, Side arm) {
    Index index = arm.panel().clusters();
    double[][] values = new double[questions.layout().size()][index.size()];
    IntStream.range(0, index.size())
        .parallel()
        .forEach(
            c -> {
              double[] rest = without(arm.panel().size(), row -> index.of(row) == c ? 0 : 1);
              store(values, c, Metrics.of(questions, people, arm.values(rest)));
            });
    return values;
  }

  private static double[] without(int rows, IntFunction<Integer> multiplicity) {
    double[] rest = new double[rows];
    Arrays.setAll(rest, multiplicity::apply);
    return rest;
  }

  private static void store(double[][] series, int place, Metrics metrics) {
    for (int metric = 0; metric < series.length; metric++) {
      series[metric][place] = metrics.at(metric);
    }
  }
}
