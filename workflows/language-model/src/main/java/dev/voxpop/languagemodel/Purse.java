package dev.voxpop.languagemodel;

import dev.voxpop.contracts.run.Allowance;
import java.util.Optional;

/**
 * The guard over what one batch may spend: a call's worst case is reserved before it leaves and
 * replaced by what it really cost afterwards.
 *
 * <p>Reserved plus settled never exceeds the allowance, as long as no provider bills more than the
 * worst case; when one does, the truth is booked and nothing more is handed out. All methods may be
 * called from any thread.
 */
public final class Purse {

  private final Allowance allowance;
  private Allowance reserved = Allowance.NONE;
  private Allowance settled = Allowance.NONE;
  private long lostCalls;

  private Purse(Allowance allowance) {
    this.allowance = allowance;
  }

  /** A purse with this much in it. */
  public static Purse of(Allowance allowance) {
    return new Purse(allowance);
  }

  /** Reserves the worst case of one call; empty when the rest does not cover it. */
  public synchronized Optional<Reservation> reserve(Allowance worstCase) {
    Allowance wanted = reserved.plus(settled).plus(worstCase);
    if (!allowance.covers(wanted)) {
      return Optional.empty();
    }
    reserved = reserved.plus(worstCase);
    return Optional.of(new Reservation(this, worstCase));
  }

  /** Books calls of an earlier try whose outcome a crash made unknowable. */
  public synchronized void addLost(Allowance cost) {
    settled = settled.plus(cost);
    lostCalls += cost.calls();
  }

  /** What ended calls cost, lost ones included. */
  public synchronized Allowance settled() {
    return settled;
  }

  /** The worst case of the calls in flight. */
  public synchronized Allowance reserved() {
    return reserved;
  }

  /** What can still be reserved. */
  public synchronized Allowance left() {
    return allowance.minus(reserved).minus(settled);
  }

  /** Calls booked as lost. */
  public synchronized long lostCalls() {
    return lostCalls;
  }

  private synchronized void book(Reservation reservation, Allowance cost, long lost) {
    if (reservation.closed) {
      throw new IllegalStateException(
          "A reservation was settled twice.\nMaybe settle it only where the call ends.");
    }
    reservation.closed = true;
    reserved = reserved.minus(reservation.worstCase);
    settled = settled.plus(cost);
    lostCalls += lost;
  }

  /** The worst case of one call in flight; it must be closed exactly once. */
  public static final class Reservation {
    private final Purse purse;
    private final Allowance worstCase;
    private boolean closed;

    private Reservation(Purse purse, Allowance worstCase) {
      this.purse = purse;
      this.worstCase = worstCase;
    }

    /** What was reserved. */
    public Allowance worstCase() {
      return worstCase;
    }

    /** The call ended at this cost. */
    public void settle(Allowance cost) {
      purse.book(this, cost, 0);
    }

    /** Nobody knows how the call ended: it counts at its worst case. */
    public void settleAsLost() {
      purse.book(this, worstCase, worstCase.calls());
    }

    /** The call was never made. */
    public void release() {
      purse.book(this, Allowance.NONE, 0);
    }
  }
}
