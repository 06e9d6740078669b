package dev.voxpop.contracts.run;

/**
 * What may be spent on calls to models. A batch reserves the worst case of every call from its
 * allowance before the call and settles it afterwards, so an allowance is never overdrawn.
 *
 * @param calls calls to models
 * @param tokens prompt and output tokens together
 * @param micros money in 10⁻⁶ of the currency
 */
public record Allowance(long calls, long tokens, long micros) {

  /** More than any run can spend, and small enough to be added up without overflow. */
  public static final long UNLIMITED = 1L << 53;

  /** Nothing. */
  public static final Allowance NONE = new Allowance(0, 0, 0);

  /** No limit. */
  public static final Allowance WITHOUT_LIMIT = new Allowance(UNLIMITED, UNLIMITED, UNLIMITED);

  /** Checks the ranges. */
  public Allowance {
    if (calls < 0 || tokens < 0 || micros < 0) {
      throw new IllegalArgumentException(
          "An allowance of "
              + calls
              + " calls, "
              + tokens
              + " tokens and "
              + micros
              + " micro-units is negative.\nMaybe more was settled than was reserved.");
    }
  }

  /** The sum. */
  public Allowance plus(Allowance other) {
    return new Allowance(calls + other.calls, tokens + other.tokens, micros + other.micros);
  }

  /** What is left after {@code other} is taken away, never below zero. */
  public Allowance minus(Allowance other) {
    return new Allowance(
        Math.max(0, calls - other.calls),
        Math.max(0, tokens - other.tokens),
        Math.max(0, micros - other.micros));
  }

  /** The smaller of both, limit by limit. */
  public Allowance min(Allowance other) {
    return new Allowance(
        Math.min(calls, other.calls),
        Math.min(tokens, other.tokens),
        Math.min(micros, other.micros));
  }

  /** This many times as much. */
  public Allowance times(long factor) {
    return new Allowance(calls * factor, tokens * factor, micros * factor);
  }

  /** Whether {@code other} fits into this. */
  public boolean covers(Allowance other) {
    return calls >= other.calls && tokens >= other.tokens && micros >= other.micros;
  }
}
