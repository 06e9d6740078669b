package dev.voxpop.simulator.server;

import java.time.Duration;

/** How long replies take: a latency, and a time for each token of the reply. */
public record Pace(Latency latency, Duration perToken) {
  /** Replies take no time. */
  public static final Pace IMMEDIATE = new Pace(new Latency.None(), Duration.ZERO);

  public Pace {
    if (perToken.isNegative() || perToken.compareTo(Duration.ofSeconds(1)) > 0) {
      throw new IllegalArgumentException(
          "Time per token " + perToken + " is not in 0 … 1 s.\nMaybe it is meant in microseconds.");
    }
  }

  /** The time a reply of this many tokens takes, at a quantile of the latency. */
  Duration delay(double quantile, int tokens) {
    return latency.at(quantile).plus(perToken.multipliedBy(tokens));
  }
}
