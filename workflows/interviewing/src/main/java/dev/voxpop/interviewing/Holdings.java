package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Prompt;
import dev.voxpop.languagemodel.Purse;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Seat;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What a series holds while it is carried out: its seat at a model, and money for one call. */
final class Holdings implements AutoCloseable {
  private final String experiment;
  private final Funds funds;
  private final BooleanSupplier wanted;
  private @Nullable Seat seat;
  private String seatAlias = "";
  private Purse.@Nullable Reservation reservation;

  /** {@code wanted} says whether waiting for a seat still makes sense. */
  Holdings(String experiment, Funds funds, BooleanSupplier wanted) {
    this.experiment = experiment;
    this.funds = funds;
    this.wanted = wanted;
  }

  /** Whether the seat is at this model. */
  boolean sitsAt(String alias) {
    return seat != null && seatAlias.equals(alias);
  }

  /** Takes a seat at the model, and keeps it if it is held already; false when it was given up. */
  boolean sit(String alias, ModelEndpoint endpoint) {
    if (!sitsAt(alias)) {
      stand();
      seat = endpoint.enter(experiment, wanted).orElse(null);
      seatAlias = alias;
    }
    return seat != null;
  }

  Reply ask(Prompt prompt) {
    Seat taken = seat;
    if (taken == null) {
      throw new IllegalStateException("A call needs a seat.\nMaybe it was left too early.");
    }
    return taken.ask(prompt);
  }

  /**
   * Reserves the worst case of a call, waiting for calls in flight; false when it is not covered.
   */
  boolean awaitFunds(Allowance worstCase) throws InterruptedException {
    return hold(funds.await(worstCase));
  }

  /** Reserves the worst case of a call without waiting. */
  boolean reserve(Allowance worstCase) {
    return hold(funds.reserve(worstCase));
  }

  /** The call ended and cost this. */
  void settle(Allowance cost) {
    if (reservation != null) {
      funds.settle(reservation, cost);
      reservation = null;
    }
  }

  /** The call will not be made. */
  void giveBack() {
    if (reservation != null) {
      funds.release(reservation);
      reservation = null;
    }
  }

  @Override
  public void close() {
    giveBack();
    stand();
  }

  private void stand() {
    if (seat != null) {
      seat.close();
      seat = null;
    }
  }

  private boolean hold(Optional<Purse.Reservation> reserved) {
    reservation = reserved.orElse(null);
    return reservation != null;
  }
}
