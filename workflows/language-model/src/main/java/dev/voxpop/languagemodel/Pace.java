package dev.voxpop.languagemodel;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * A limit on calls and tokens per minute (generic cell rate algorithm, a leaky bucket as a meter).
 *
 * <p><b>Computes</b> for each limited quantity the time T at which the bucket is empty again; a
 * call may leave when now ≥ T − {@value #BURST_SECONDS} s and then moves T to max(now, T) + amount
 * · 60 s / limit. So no minute carries more than the limit plus one second's share plus one call.
 * Tokens count at their worst case. O(1); thread-safe; the clock is a parameter.
 *
 * <p>Reference: ITU-T I.371 (2004), annex A.
 */
final class Pace {

  private static final long BURST_SECONDS = 1;
  private static final long BURST_NANOS = BURST_SECONDS * 1_000_000_000L;
  private static final double MINUTE_NANOS = 60e9;

  private final double nanosPerCall;
  private final double nanosPerToken;
  private long callsEmptyAt;
  private long tokensEmptyAt;
  private boolean used;

  private Pace(double nanosPerCall, double nanosPerToken) {
    this.nanosPerCall = nanosPerCall;
    this.nanosPerToken = nanosPerToken;
  }

  /** A pace of at most these calls and tokens a minute; empty = no limit. */
  static Pace perMinute(OptionalLong calls, OptionalLong tokens) {
    return new Pace(
        calls.isPresent() ? MINUTE_NANOS / calls.getAsLong() : 0,
        tokens.isPresent() ? MINUTE_NANOS / tokens.getAsLong() : 0);
  }

  /**
   * Lets a call of this many tokens leave, or says how long it has to wait before asking again.
   *
   * @param now nanoseconds of a clock that never steps back
   * @return zero when the call may leave; it is counted then
   */
  synchronized Duration admit(long now, long tokens) {
    if (!used) {
      used = true;
      callsEmptyAt = now;
      tokensEmptyAt = now;
    }
    long wait = Math.max(callsEmptyAt - now, tokensEmptyAt - now) - BURST_NANOS;
    if (wait > 0) {
      return Duration.ofNanos(wait);
    }
    callsEmptyAt = Math.max(now, callsEmptyAt) + Math.round(nanosPerCall);
    tokensEmptyAt = Math.max(now, tokensEmptyAt) + Math.round(nanosPerToken * tokens);
    return Duration.ZERO;
  }
}
