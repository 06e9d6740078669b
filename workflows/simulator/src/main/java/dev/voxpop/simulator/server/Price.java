package dev.voxpop.simulator.server;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What tokens cost: whole micro-units of money per million tokens. */
public record Price(long inputMicros, long outputMicros) {
  public Price {
    if (inputMicros < 0 || outputMicros < 0) {
      throw new IllegalArgumentException(
          "Negative price: " + inputMicros + ", " + outputMicros + ".\nMaybe a sign slipped in.");
    }
  }

  /** A price in units of money, such as dollars, per million tokens. */
  public static Price perMillion(BigDecimal input, BigDecimal output) {
    return new Price(micros(input), micros(output));
  }

  /** The cost in micro-units, rounded up. */
  public long cost(long inputTokens, long outputTokens) {
    long total =
        Math.addExact(
            Math.multiplyExact(inputTokens, inputMicros),
            Math.multiplyExact(outputTokens, outputMicros));
    return Math.ceilDiv(total, 1_000_000);
  }

  private static long micros(BigDecimal amount) {
    return amount.movePointRight(6).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }
}
