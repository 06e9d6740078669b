package dev.voxpop.analysis.uncertainty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Holm's step-down adjustment of p-values: with p sorted ascending, the i-th of m becomes the
 * running maximum of (m − i + 1) · p, at most 1. Equal to R's {@code p.adjust(method = "holm")}.
 *
 * <p>S. Holm, A simple sequentially rejective multiple test procedure, 1979, JSTOR 4615733.
 */
public final class Holm {

  private Holm() {}

  /** Adjusted values in the order given; NaN stays NaN and is not counted. */
  public static List<Double> adjust(List<Double> p) {
    List<Integer> order =
        IntStream.range(0, p.size())
            .boxed()
            .filter(i -> !p.get(i).isNaN())
            .sorted(Comparator.comparing(p::get))
            .toList();
    List<Double> adjusted = new ArrayList<>(p);
    double running = 0;
    for (int i = 0; i < order.size(); i++) {
      running = Math.max(running, Math.min(1, (order.size() - i) * p.get(order.get(i))));
      adjusted.set(order.get(i), running);
    }
    return adjusted;
  }
}
