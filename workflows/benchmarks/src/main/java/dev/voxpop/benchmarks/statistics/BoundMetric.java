package dev.voxpop.benchmarks.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is measured about the human lower bound, and how many times faster it must be. */
public enum BoundMetric {
  /** Earth mover's distance and the three matrix distances, all of one split. */
  H2(300, 0.0270895379565 + 1.5189157250990 + 72.2540583219 + 0.0078014005866),
  /** Earth mover's distance alone. */
  H2E(3000, 0.0270895379565);

  /** Splits of a whole run. */
  public static final int SPLITS = 10_000;

  /** Splits that a peer computes; its time is projected to a whole run. */
  public static final int PEER_SPLITS = 20;

  private final double must;
  private final double total;

  BoundMetric(double must, double total) {
    this.must = must;
    this.total = total;
  }

  /** Returns the metric of a name, whatever its case. */
  public static Optional<BoundMetric> named(String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(metric -> metric.text().equals(folded)).findFirst();
  }

  /** Returns the name as it is typed. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns how many times faster than the peer it must be. */
  public double must() {
    return must;
  }

  /** Returns the published sum of the mean distances over the first splits. */
  public double total() {
    return total;
  }
}
