package dev.voxpop.simulator.server;

import dev.voxpop.simulator.chance.Normal;
import java.time.Duration;

/** How long a reply takes before its first token. */
public sealed interface Latency {
  /** The delay at a quantile 0 &lt; p &lt; 1 of the distribution. */
  Duration at(double p);

  /** No delay. */
  record None() implements Latency {
    @Override
    public Duration at(double p) {
      return Duration.ZERO;
    }
  }

  /** The same delay for every request. */
  record Fixed(Duration delay) implements Latency {
    public Fixed {
      requirePositive(delay);
    }

    @Override
    public Duration at(double p) {
      return delay;
    }
  }

  /**
   * Delays with a log-normal distribution: {@code sigma} is the standard deviation of their natural
   * logarithm.
   */
  record LogNormal(Duration median, double sigma) implements Latency {
    public LogNormal {
      requirePositive(median);
      if (!(sigma >= 0 && sigma <= 3)) {
        throw new IllegalArgumentException(
            "Latency sigma " + sigma + " is not in 0 … 3.\nMaybe it is meant in milliseconds.");
      }
    }

    @Override
    public Duration at(double p) {
      double factor = Math.exp(sigma * Normal.quantile(p));
      return Duration.ofNanos(Math.round(median.toNanos() * factor));
    }
  }

  private static void requirePositive(Duration delay) {
    if (delay.isNegative() || delay.isZero() || delay.compareTo(Duration.ofMinutes(10)) > 0) {
      throw new IllegalArgumentException(
          "Latency " + delay + " is not in 1 ns … 10 min.\nMaybe the mode none was meant.");
    }
  }
}
