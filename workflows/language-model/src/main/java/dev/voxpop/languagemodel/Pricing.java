package dev.voxpop.languagemodel;

import java.util.OptionalLong;

/**
 * What tokens cost, in micro-units of the currency per million tokens.
 *
 * <p>Amounts are whole micro-units, rounded up once per call, so a sum never says less than was
 * spent. An unknown price counts as nothing here; a limit in money with an unknown price is refused
 * when the experiment is checked.
 */
public record Pricing(OptionalLong input, OptionalLong cachedInput, OptionalLong output) {

  /** Nothing is known. */
  public static final Pricing UNKNOWN =
      new Pricing(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

  private static final long MILLION = 1_000_000;

  /** Whether a limit in money can be kept. */
  public boolean isKnown() {
    return input.isPresent() && output.isPresent();
  }

  /** What the provider bills: cached input at its own price, or at the input's if it has none. */
  public long billed(Usage usage) {
    long fresh = usage.input() - usage.cachedInput();
    long cachedPrice = cachedInput.orElse(input.orElse(0));
    return micros(
        fresh * input.orElse(0) + usage.cachedInput() * cachedPrice + outputCost(usage.output()));
  }

  /** The same without discounts of a cache: equal for equal answers, whatever was asked before. */
  public long withoutDiscount(Usage usage) {
    return micros(usage.input() * input.orElse(0) + outputCost(usage.output()));
  }

  /** The most that a call with these many tokens can cost. */
  public long worstCase(long inputTokens, long outputTokens) {
    long dearest = Math.max(input.orElse(0), cachedInput.orElse(0));
    return micros(inputTokens * dearest + outputCost(outputTokens));
  }

  private long outputCost(long tokens) {
    return tokens * output.orElse(0);
  }

  private static long micros(long millionths) {
    return Math.ceilDiv(millionths, MILLION);
  }
}
