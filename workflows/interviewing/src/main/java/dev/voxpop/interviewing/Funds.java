package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.Purse;
import java.util.Optional;

/**
 * A purse at which callers wait while calls in flight may still give back what they do not use.
 * Only when nothing is in flight and the rest does not cover a call is the purse found empty.
 */
final class Funds {
  private final Purse purse;
  private boolean closed;

  Funds(Allowance allowance) {
    purse = Purse.of(allowance);
  }

  /** Reserves the worst case of a call; empty when it will not be covered, or after the close. */
  synchronized Optional<Purse.Reservation> await(Allowance worstCase) throws InterruptedException {
    Optional<Purse.Reservation> reservation = purse.reserve(worstCase);
    while (reservation.isEmpty() && !closed && !purse.reserved().equals(Allowance.NONE)) {
      wait();
      reservation = purse.reserve(worstCase);
    }
    return reservation;
  }

  /** Lets nobody wait any more. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Reserves without waiting. */
  synchronized Optional<Purse.Reservation> reserve(Allowance worstCase) {
    return purse.reserve(worstCase);
  }

  /** A call ended and cost this. */
  synchronized void settle(Purse.Reservation reservation, Allowance cost) {
    reservation.settle(cost);
    notifyAll();
  }

  /** A call was never made. */
  synchronized void release(Purse.Reservation reservation) {
    reservation.release();
    notifyAll();
  }
}
