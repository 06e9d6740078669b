package dev.voxpop.worker.plan;

import dev.voxpop.contracts.run.CheckReport.ModelFacts;

/**
 * Calls, tokens and money of one part of a plan, each from … to.
 *
 * @param priced whether all prices are known; the money means nothing otherwise
 */
record Purchase(
    long callsLow,
    long callsHigh,
    long tokensLow,
    long tokensHigh,
    long microsLow,
    long microsHigh,
    boolean priced) {

  static final Purchase NOTHING = new Purchase(0, 0, 0, 0, 0, 0, true);

  /** Tokens are priced at the input price from below and at the dearer of both from above. */
  static Purchase of(long callsLow, long callsHigh, long tokensLow, long tokensHigh, Price price) {
    return new Purchase(
        callsLow,
        callsHigh,
        tokensLow,
        tokensHigh,
        price.low(tokensLow),
        price.high(tokensHigh),
        price.known());
  }

  Purchase plus(Purchase other) {
    return new Purchase(
        callsLow + other.callsLow,
        callsHigh + other.callsHigh,
        tokensLow + other.tokensLow,
        tokensHigh + other.tokensHigh,
        microsLow + other.microsLow,
        microsHigh + other.microsHigh,
        priced && other.priced);
  }

  /** Prices in micro-units per million tokens. */
  record Price(long input, long output, boolean known) {

    static final Price UNKNOWN = new Price(0, 0, false);

    static Price of(ModelFacts facts) {
      return facts.inputPrice() == null || facts.outputPrice() == null
          ? UNKNOWN
          : new Price(facts.inputPrice(), facts.outputPrice(), true);
    }

    long low(long tokens) {
      return money(tokens, input);
    }

    long high(long tokens) {
      return money(tokens, Math.max(input, output));
    }

    private static long money(long tokens, long price) {
      return Math.ceilDiv(Math.multiplyExact(tokens, price), 1_000_000L);
    }
  }
}
