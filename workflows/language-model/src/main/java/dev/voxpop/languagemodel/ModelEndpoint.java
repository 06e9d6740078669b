package dev.voxpop.languagemodel;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A configured model: what is known of it, what it costs, and the way to a seat at it. */
public interface ModelEndpoint {

  /** What planning needs to know; never an address or a key. */
  ModelFacts facts();

  /** What its tokens cost. */
  Pricing pricing();

  /** How many may sit here at once, and who comes next. */
  CallGate gate();

  /** Waits for a seat. Experiments take turns. */
  Seat enter(String experiment);

  /** Waits for a seat at most this long; empty when none came free. */
  Optional<Seat> enter(String experiment, Duration patience);

  /**
   * Waits for a seat as long as it is wanted; empty when it no longer is.
   *
   * @param wanted asked at least once a second while waiting for the seat, and inside it while a
   *     call waits for the alias's pace
   */
  Optional<Seat> enter(String experiment, BooleanSupplier wanted);

  /** The number of prompt tokens, estimated as one for every four characters begun. */
  default long estimateTokens(Prompt prompt) {
    return Math.ceilDiv(prompt.length(), 4);
  }

  /** The most that this one call can use: what a purse must cover before it leaves. */
  default Allowance worstCase(Prompt prompt) {
    long input = estimateTokens(prompt);
    long output = prompt.decoding().mostOutputTokens();
    return new Allowance(1, input + output, pricing().worstCase(input, output));
  }

  /** What one call with this usage is billed. */
  default Allowance billed(Usage usage) {
    return new Allowance(1, usage.total(), pricing().billed(usage));
  }

  /** Closes the reservation of a call that ended with a reply. */
  default void settle(Purse.Reservation reservation, Reply reply) {
    reservation.settle(billed(reply.usage()));
  }

  /** Closes the reservation of a call that failed, as its charge says. */
  default void settle(Purse.Reservation reservation, ModelFailure failure) {
    switch (failure.charge()) {
      case UNSENT -> reservation.release();
      case NONE -> reservation.settle(new Allowance(1, 0, 0));
      case UNKNOWN -> reservation.settleAsLost();
      case REPORTED ->
          failure
              .usage()
              .ifPresentOrElse(
                  usage -> reservation.settle(billed(usage)), reservation::settleAsLost);
    }
  }
}
