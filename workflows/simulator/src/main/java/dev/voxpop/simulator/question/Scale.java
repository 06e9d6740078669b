package dev.voxpop.simulator.question;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The order of options from the no, less, bad side to the yes, more, good side, whatever the order
 * of display.
 */
final class Scale {
  private final int[] ranks;

  private Scale(int[] ranks) {
    this.ranks = ranks;
  }

  /** The order, when every option has a value in the intensity lexicon and no two are equal. */
  static Optional<Scale> of(List<String> options) {
    double[] values = options.stream().mapToDouble(ScaleWords::value).toArray();
    List<Integer> order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted((a, b) -> Double.compare(values[a], values[b]))
            .toList();
    int[] ranks = new int[values.length];
    for (int rank = 0; rank < ranks.length; rank++) {
      double value = values[order.get(rank)];
      if (Double.isNaN(value) || (rank > 0 && value - values[order.get(rank - 1)] < 1e-9)) {
        return Optional.empty();
      }
      ranks[order.get(rank)] = rank;
    }
    return values.length < 2 ? Optional.empty() : Optional.of(new Scale(ranks));
  }

  /** The rank of an option, 0 = the most negative. */
  int rank(int option) {
    return ranks[option];
  }

  /** The number of options. */
  int size() {
    return ranks.length;
  }
}
