package dev.voxpop.languagemodel;

import static dev.voxpop.contracts.failure.FailureType.MODEL_AUTH_FAILED;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A circuit that opens when a provider refuses the key: for {@link #OPEN} no further call of the
 * alias leaves this process, however many interviews are under way.
 */
final class AuthBreaker {

  /** How long calls are held back; an operator who puts in a new key takes longer. */
  static final Duration OPEN = Duration.ofSeconds(5);

  private static final long NEVER = Long.MIN_VALUE;

  private final String alias;
  private final LongSupplier nanos;
  private final AtomicLong refusedAt = new AtomicLong(NEVER);

  AuthBreaker(String alias, LongSupplier nanos) {
    this.alias = alias;
    this.nanos = nanos;
  }

  void check() {
    long refused = refusedAt.get();
    if (refused != NEVER && nanos.getAsLong() - refused < OPEN.toNanos()) {
      throw ModelFailure.of(
              MODEL_AUTH_FAILED,
              "The key of model alias \""
                  + alias
                  + "\" was refused a moment ago.\nMaybe put a valid key into its api-key-file.")
          .unsent()
          .failure();
    }
  }

  void refused() {
    refusedAt.set(nanos.getAsLong());
  }
}
