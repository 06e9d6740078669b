package dev.voxpop.languagemodel;

/**
 * A limit on calls in flight that follows what the provider can take: additive increase,
 * multiplicative decrease.
 *
 * <p><b>Computes</b> limit ← max(1, ⌊limit / 2⌋) when a call is refused for its rate, limit ←
 * min(ceiling, limit + 1) after every {@value #SUCCESSES_PER_STEP} successes since the last change.
 * A refusal of a call that left before the last halving changes nothing: it tells of the overload
 * that was already answered. Starts at the ceiling. O(1). Not thread-safe; {@link CallGate} holds
 * the lock.
 *
 * <p>Reference: D.-M. Chiu, R. Jain, "Analysis of the increase and decrease algorithms for
 * congestion avoidance in computer networks", Computer Networks and ISDN Systems 17 (1989),
 * doi:10.1016/0169-7552(89)90019-6.
 */
final class AdaptiveLimit {

  /** Successes that raise the limit by one. */
  static final int SUCCESSES_PER_STEP = 20;

  private int ceiling;
  private int limit;
  private int successes;
  private int halvings;

  AdaptiveLimit(int ceiling) {
    this.ceiling = ceiling;
    this.limit = ceiling;
  }

  int current() {
    return limit;
  }

  /** The number of halvings so far: a call takes it along and brings it back when refused. */
  int mark() {
    return halvings;
  }

  /** A new ceiling, and a fresh start there; the same ceiling changes nothing. */
  void setCeiling(int places) {
    if (places != ceiling) {
      ceiling = places;
      limit = places;
      successes = 0;
    }
  }

  void succeeded() {
    successes++;
    if (successes >= SUCCESSES_PER_STEP) {
      successes = 0;
      limit = Math.min(ceiling, limit + 1);
    }
  }

  void refused(int mark) {
    if (mark == halvings) {
      halvings++;
      successes = 0;
      limit = Math.max(1, limit / 2);
    }
  }
}
