package dev.voxpop.analysis.bound;

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

  /** Pieces of work, for any number of threads. */
  private static final int CHUNKS = 40;

  private final Panel panel;
  private final NominalEmd nominal;
  private final HalfSums halfSums;
  private final Halves halves;

  private SplitHalf(Panel panel, NominalEmd nominal, long seed) {
    this.panel = panel;
    this.nominal = nominal;
    this.halfSums = HalfSums.of(panel, RowWeights.own(panel));
    this.halves = new Halves(panel.size(), seed);
  }

  /** The bound over {@code splits} iterations; empty for fewer than {@value #LEAST_PEOPLE}. */
  public static Optional<HumanBound> of(Panel people, NominalEmd nominal, int splits, long seed) {
    if (people.size() < LEAST_PEOPLE || splits < 1) {
      return Optional.empty();
    }
    SplitHalf splitHalf = new SplitHalf(people, nominal, seed);
    SplitDistances distances = splitHalf.distances(splits);
    Map<Preset, Map<MatrixMeasure, double[]>> matrices =
        new HalfStructure(people, splitHalf.halves).distances(splits);
    return Optional.of(summary(people, distances, matrices));
  }

  /** The bound with the matrices of the original preset only; empty as above. */
  public static Optional<HumanBound> ofOriginal(
      Panel people, NominalEmd nominal, int splits, long seed) {
    if (people.size() < LEAST_PEOPLE || splits < 1) {
      return Optional.empty();
    }
    SplitHalf splitHalf = new SplitHalf(people, nominal, seed);
    SplitDistances distances = splitHalf.distances(splits);
    Map<MatrixMeasure, double[]> matrices =
        new HalfStructure(people, splitHalf.halves).distances(splits, Preset.ORIGINAL);
    return Optional.of(summary(people, distances, Map.of(Preset.ORIGINAL, matrices)));
  }

  /** Distances of the questions' distributions by iteration, without matrices. */
  public static SplitDistances iterations(Panel people, NominalEmd nominal, int splits, long seed) {
    return new SplitHalf(people, nominal, seed).distances(splits);
  }

  /** Distances by question and iteration; passes share the work space of their chunk. */
  private SplitDistances distances(int splits) {
    SplitDistances distances = new SplitDistances(panel.questions(), splits);
    int passes = (splits + Long.SIZE - 1) / Long.SIZE;
    int chunk = Math.max(1, passes / CHUNKS);
    IntStream.range(0, (passes + chunk - 1) / chunk)
        .parallel()
        .forEach(c -> passes(c * chunk, Math.min(passes, (c + 1) * chunk), distances));
    return distances;
  }

  private void passes(int from, int to, SplitDistances distances) {
    LaneSums kernel = halfSums.kernel();
    LaneDistances lanes = new LaneDistances(nominal);
    double[][] sums = new double[halfSums.options()][Long.SIZE];
    for (int pass = from; pass < to; pass++) {
      int first = pass * Long.SIZE;
      int count = Math.min(Long.SIZE, distances.splits() - first);
      for (double[] option : sums) {
        Arrays.fill(option, 0);
      }
      kernel.add(HalfMasks.of(halves, first, count), sums);
      for (int q = 0; q < panel.questions(); q++) {
        var place = new LaneDistances.Place(panel.item(q), halfSums.first(q), q);
        lanes.store(place, halfSums, sums, distances, first);
      }
    }
  }

  private static HumanBound summary(
      Panel panel, SplitDistances distances, Map<Preset, Map<MatrixMeasure, double[]>> matrices) {
    List<Map<Measure, Spread>> questions = new ArrayList<>();
    for (int q = 0; q < panel.questions(); q++) {
      int column = q;
      questions.add(spreads(measure -> distances.of(measure)[column]));
    }
    Map<Preset, Map<MatrixMeasure, Spread>> structure = new EnumMap<>(Preset.class);
    matrices.forEach((preset, series) -> structure.put(preset, spreads(series)));
    return new HumanBound(
        distances.splits(), panel.size(), questions, spreads(distances::means), structure);
  }

  private static Map<Measure, Spread> spreads(Function<Measure, double[]> series) {
    Map<Measure, Spread> spreads = new EnumMap<>(Measure.class);
    for (Measure measure : Measure.values()) {
      spreads.put(measure, Spread.of(series.apply(measure)));
    }
    return spreads;
  }

  private static Map<MatrixMeasure, Spread> spreads(Map<MatrixMeasure, double[]> series) {
    Map<MatrixMeasure, Spread> spreads = new EnumMap<>(MatrixMeasure.class);
    series.forEach((measure, values) -> spreads.put(measure, Spread.of(values)));
    return spreads;
  }
}
