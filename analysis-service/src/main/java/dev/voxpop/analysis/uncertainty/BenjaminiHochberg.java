package dev.voxpop.analysis.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Adjustment of p-values for the false discovery rate: with p sorted ascending, the i-th of m
 * becomes the running minimum from above of m/i · p, at most 1. Equal to R's {@code p.adjust(method
 * = "BH")}.
 *
 * <p>Y. Benjamini, Y. Hochberg, Controlling the false discovery rate, 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x.
 */
public final class BenjaminiHochberg {

  private BenjaminiHochberg() {}

  /** Adjusted values in the order given; NaN stays NaN and is not counted. */
  public static List<Double> adjust(List<Double> p) {
    List<Integer> descending =
        IntStream.range(0, p.size())
            .boxed()
            .filter(i -> !p.get(i).isNaN())
            .sorted(Comparator.<Integer, Double>comparing(p::get).reversed())
            .toList();
    List<Double> adjusted = new ArrayList<>(p);
    int m = descending.size();
    double running = 1;
    for (int i = 0; i < m; i++) {
      running = Math.min(running, (double) m / (m - i) * p.get(descending.get(i)));
      adjusted.set(descending.get(i), running);
    }
    return adjusted;
  }
}
