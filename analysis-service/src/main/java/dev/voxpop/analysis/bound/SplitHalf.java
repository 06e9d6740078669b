package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.MatrixMeasure;
import dev.voxpop.analysis.structure.Preset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The human lower bound: distances between the weighted answers of two random halves.
 *
 * <p>In each iteration people are halved into ⌊n/2⌋ and n − ⌊n/2⌋; every distance of every
 * question, their means, and the distances between the halves' correlation matrices come from that
 * one split. Half 2 is the total minus half 1. Iteration b depends on (seed, b) only and results
 * are reduced in order of b, so any number of threads gives the same bits. Halves hold n/2 people,
 * so the bound is larger by about √2 than the distance between two samples of n.
 */
public final class SplitHalf {

  /** Fewer people than this give no bound. */
  public static final int LEAST_PEOPLE = 20;

  private final Panel panel;
  private final NominalEmd nominal;
  private final HalfSums halfSums;
  private final double[] totals;
  private final Halves halves;

  private SplitHalf(Panel panel, NominalEmd nominal, long seed) {
    RowWeights weights = RowWeights.own(panel);
    this.panel = panel;
    this.nominal = nominal;
    this.halfSums = new HalfSums(panel, weights);
    this.totals = totals();
    this.halves = new Halves(panel.size(), seed);
  }

  /** The bound over {@code splits} iterations; empty for fewer than {@value #LEAST_PEOPLE}. */
  public static Optional<HumanBound> of(Panel people, NominalEmd nominal, int splits, long seed) {
    if (people.size() < LEAST_PEOPLE || splits < 1) {
      return Optional.empty();
    }
    SplitHalf splitHalf = new SplitHalf(people, nominal, seed);
    Map<Measure, double[][]> distances = splitHalf.distances(splits);
    Map<Preset, Map<MatrixMeasure, double[]>> matrices =
        new HalfStructure(people, splitHalf.halves).distances(splits);
    return Optional.of(splitHalf.summary(splits, distances, matrices));
  }

  /** The bound with the matrices of the original preset only; empty as above. */
  public static Optional<HumanBound> ofOriginal(
      Panel people, NominalEmd nominal, int splits, long seed) {
    if (people.size() < LEAST_PEOPLE || splits < 1) {
      return Optional.empty();
    }
    SplitHalf splitHalf = new SplitHalf(people, nominal, seed);
    Map<MatrixMeasure, double[]> matrices =
        new HalfStructure(people, splitHalf.halves).distances(splits, Preset.ORIGINAL);
    return Optional.of(
        splitHalf.summary(splits, splitHalf.distances(splits), Map.of(Preset.ORIGINAL, matrices)));
  }

  /** Distances of the questions' distributions by iteration, without matrices. */
  public static List<List<Distance>> iterations(
      Panel people, NominalEmd nominal, int splits, long seed) {
    Map<Measure, double[][]> values = new SplitHalf(people, nominal, seed).distances(splits);
    return IntStream.range(0, splits)
        .mapToObj(
            b -> IntStream.range(0, people.questions()).mapToObj(q -> at(values, q, b)).toList())
        .toList();
  }

  private static Distance at(Map<Measure, double[][]> values, int question, int iteration) {
    double[] distance = new double[3];
    values.forEach(
        (measure, series) -> {
          switch (measure) {
            case EMD -> distance[0] = series[question][iteration];
            case EMD_NORMALISED -> distance[1] = series[question][iteration];
            case TV -> distance[2] = series[question][iteration];
          }
        });
    return new Distance(distance[0], distance[1], distance[2]);
  }

  /** Values by measure, question and iteration. */
  private Map<Measure, double[][]> distances(int splits) {
    Map<Measure, double[][]> values = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      values.put(measure, new double[panel.questions()][splits]);
    }
    int passes = (splits + HalfSums.LANES - 1) / HalfSums.LANES;
    IntStream.range(0, passes)
        .parallel()
        .forEach(pass -> pass(pass * HalfSums.LANES, splits, values));
    return values;
  }

  private void pass(int first, int splits, Map<Measure, double[][]> values) {
    int lanes = Math.min(HalfSums.LANES, splits - first);
    long[][] bits = new long[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      bits[lane] = halves.of(first + lane);
    }
    double[][] sums = halfSums.of(HalfSums.transpose(bits, panel.size()));
    for (int q = 0; q < panel.questions(); q++) {
      for (int lane = 0; lane < lanes; lane++) {
        Distance distance = distance(q, sums, lane);
        int question = q;
        int iteration = first + lane;
        values.forEach((measure, series) -> series[question][iteration] = distance.get(measure));
      }
    }
  }

  private Distance distance(int question, double[][] sums, int lane) {
    int first = halfSums.lists().first(question);
    int levels = panel.item(question).levels();
    double[] one = new double[levels];
    double[] two = new double[levels];
    double totalOne = 0;
    double totalTwo = 0;
    for (int k = 0; k < levels; k++) {
      one[k] = sums[first + k][lane];
      two[k] = totals[first + k] - one[k];
      totalOne += one[k];
      totalTwo += two[k];
    }
    if (!(totalOne > 0) || !(totalTwo > 1e-12 * totalOne)) {
      return Distance.NONE;
    }
    for (int k = 0; k < levels; k++) {
      one[k] /= totalOne;
      two[k] /= totalTwo;
    }
    return Distance.between(panel.item(question), one, two, nominal);
  }

  private double[] totals() {
    long[] everybody = new long[panel.size()];
    Arrays.fill(everybody, 1);
    double[][] sums = halfSums.of(everybody);
    return IntStream.range(0, sums.length).mapToDouble(cell -> sums[cell][0]).toArray();
  }

  private HumanBound summary(
      int splits,
      Map<Measure, double[][]> values,
      Map<Preset, Map<MatrixMeasure, double[]>> matrices) {
    List<Map<Measure, Spread>> questions = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
      int question = q;
      values.forEach((measure, series) -> spreads.put(measure, Spread.of(series[question])));
      questions.add(spreads);
    }
    Map<Measure, Spread> mean = new EnumMap<>(Measure.class);
    values.forEach((measure, series) -> mean.put(measure, Spread.of(means(series, splits))));
    Map<Preset, Map<MatrixMeasure, Spread>> structure = new EnumMap<>(Preset.class);
    matrices.forEach((preset, series) -> structure.put(preset, spreads(series)));
    return new HumanBound(splits, panel.size(), questions, mean, structure);
  }

  private static Map<MatrixMeasure, Spread> spreads(Map<MatrixMeasure, double[]> series) {
    Map<MatrixMeasure, Spread> spreads = new EnumMap<>(MatrixMeasure.class);
    series.forEach((measure, values) -> spreads.put(measure, Spread.of(values)));
    return spreads;
  }

  /** Mean over the questions that have a value, by iteration. */
  private static double[] means(double[][] questions, int splits) {
    double[] means = new double[splits];
    for (int b = 0; b < splits; b++) {
      double sum = 0;
      int used = 0;
      for (double[] question : questions) {
        if (!Double.isNaN(question[b])) {
          sum += question[b];
          used++;
        }
      }
      means[b] = sum / used;
    }
    return means;
  }
}
