package dev.voxpop.benchmarks.measure;

import java.util.List;

/**
 * The middle and the ends of repeated measurements.
 *
 * @param runs number of measurements
 */
public record Spread(int runs, double median, double least, double most) {

  /** Returns the spread of at least one number. */
  public static Spread of(List<Double> numbers) {
    List<Double> sorted = numbers.stream().sorted().toList();
    int size = sorted.size();
    double median = (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    return new Spread(size, median, sorted.getFirst(), sorted.getLast());
  }
}
