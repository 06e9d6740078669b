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
import java.util.function.Function;
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
    Distance[][] distances = splitHalf.distances(splits);
    Map<Preset, Map<MatrixMeasure, double[]>> matrices =
        new HalfStructure(people, splitHalf.halves).distances(splits);
    return Optional.of(summary(people, splits, distances, matrices));
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
        summary(people, splits, splitHalf.distances(splits), Map.of(Preset.ORIGINAL, matrices)));
  }

  /** Distances of the questions' distributions by iteration, without matrices. */
  public static List<List<Distance>> iterations(
      Panel people, NominalEmd nominal, int splits, long seed) {
    Distance[][] distances = new SplitHalf(people, nominal, seed).distances(splits);
    List<List<Distance>> iterations = new ArrayList<>();
    for (int b = 0; b < splits; b++) {
      Distance[] split = new Distance[distances.length];
      for (int q = 0; q < split.length; q++) {
        split[q] = distances[q][b];
      }
      iterations.add(List.of(split));
    }
    return iterations;
  }

  /** Distances by question and iteration. */
  private Distance[][] distances(int splits) {
    Distance[][] distances = new Distance[panel.questions()][splits];
    int passes = (splits + HalfSums.LANES - 1) / HalfSums.LANES;
    IntStream.range(0, passes)
        .parallel()
        .forEach(pass -> pass(pass * HalfSums.LANES, splits, distances));
    return distances;
  }

  private void pass(int first, int splits, Distance[][] distances) {
    int lanes = Math.min(HalfSums.LANES, splits - first);
    long[][] bits = new long[lanes][];
    for (int lane = 0; lane < lanes; lane++) {
      bits[lane] = halves.of(first + lane);
    }
    double[][] sums = halfSums.of(bits);
    for (int q = 0; q < panel.questions(); q++) {
      for (int lane = 0; lane < lanes; lane++) {
        distances[q][first + lane] = distance(q, sums, lane);
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
    long[] everybody = new long[(panel.size() + Long.SIZE - 1) / Long.SIZE];
    Arrays.fill(everybody, -1);
    double[][] sums = halfSums.of(new long[][] {everybody});
    return IntStream.range(0, sums.length).mapToDouble(cell -> sums[cell][0]).toArray();
  }

  private static HumanBound summary(
      Panel panel,
      int splits,
      Distance[][] distances,
      Map<Preset, Map<MatrixMeasure, double[]>> matrices) {
    List<Map<Measure, Spread>> questions = new ArrayList<>();
    for (Distance[] question : distances) {
      questions.add(spreads(measure -> series(question, measure)));
    }
    Map<Preset, Map<MatrixMeasure, Spread>> structure = new EnumMap<>(Preset.class);
    matrices.forEach((preset, series) -> structure.put(preset, spreads(series)));
    return new HumanBound(
        splits,
        panel.size(),
        questions,
        spreads(measure -> means(distances, splits, measure)),
        structure);
  }

  private static Map<Measure, Spread> spreads(Function<Measure, double[]> series) {
    Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      spreads.put(measure, Spread.of(series.apply(measure)));
    }
    return spreads;
  }

  private static double[] series(Distance[] iterations, Measure measure) {
    return Arrays.stream(iterations).mapToDouble(distance -> distance.get(measure)).toArray();
  }

  private static Map<MatrixMeasure, Spread> spreads(Map<MatrixMeasure, double[]> series) {
    Map<MatrixMeasure, Spread> spreads = new EnumMap<>(MatrixMeasure.class);
    series.forEach((measure, values) -> spreads.put(measure, Spread.of(values)));
    return spreads;
  }

  /** Mean over the questions that have a value, by iteration. */
  private static double[] means(Distance[][] questions, int splits, Measure measure) {
    double[] means = new double[splits];
    for (int b = 0; b < means.length; b++) {
      double sum = 0;
      int used = 0;
      for (Distance[] question : questions) {
        double value = question[b].get(measure);
        if (!Double.isNaN(value)) {
          sum += value;
          used++;
        }
      }
      means[b] = sum / used;
    }
    return means;
  }
}
