package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.Roster;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One batch of a window: the allowance of its present turn, what receipts and refusals mean for it,
 * and how long it has waited in vain.
 */
final class Batch {

  private static final Allowance ONE_CALL =
      new Allowance(1, Allowance.UNLIMITED, Allowance.UNLIMITED);

  private static final Duration BETWEEN_TRIES = Duration.ofMinutes(5);

  private final BatchWindow window;
  private final Roster roster;
  private final WindowPurse purse;
  private final Steering steering;
  private final BatchWindow.Listener listener;
  private final int from;
  private final int to;
  private final BatchWindow.Turn turn;
  private final Idling idling = new Idling();
  private Allowance wanted;
  private @Nullable Allowance share;
  private int number;

  Batch(BatchWindow window, int batch, BatchWindow.Turn turn) {
    this.window = window;
    this.roster = window.roster();
    this.purse = window.purse();
    this.steering = window.steering();
    this.listener = window.listener();
    this.from = batch * roster.batchSize();
    this.to = Math.min(roster.size(), from + roster.batchSize());
    this.turn = turn;
    this.wanted = roster.expectedPerBatch().times(2);
  }

  /** One turn; true when the batch needs no other one. */
  boolean concluded() {
    return turn(
        () -> steering.paused() || !window.goesOn(),
        allowance -> concluded(allowance, turn.ask(from, to, number, allowance)));
  }

  /** One turn of one call, to see whether the provider is back; true as {@link #concluded}. */
  boolean tried() {
    return turn(
        () -> !window.goesOn(),
        allowance -> tried(allowance, turn.ask(from, to, number, allowance.min(ONE_CALL))));
  }

  private boolean turn(BooleanSupplier giveUp, Predicate<Allowance> asked) {
    Allowance allowance = giveUp.getAsBoolean() ? null : share(giveUp);
    if (allowance == null) {
      return false;
    }
    if (WindowPurse.exhausted(allowance, wanted)) {
      return spent(allowance);
    }
    try {
      return asked.test(allowance);
    } catch (ActivityFailure refused) {
      return halted(refused);
    }
  }

  /** The allowance of the turn that is due, the same until the turn has a receipt. */
  private @Nullable Allowance share(BooleanSupplier giveUp) {
    if (share == null) {
      share = purse.take(wanted, window.sharers(), giveUp);
      if (share != null) {
        number = window.nextTurn();
      }
    }
    return share;
  }

  /** What a turn without receipt may have spent counts as spent. */
  void giveUp() {
    Allowance allowance = share;
    if (allowance != null) {
      purse.settle(allowance, allowance);
    }
  }

  private boolean spent(Allowance allowance) {
    share = null;
    purse.settle(allowance, Allowance.NONE);
    window.cut();
    return true;
  }

  private void book(Allowance allowance, BatchReceipt receipt) {
    share = null;
    purse.settle(allowance, receipt.settled());
    listener.received(receipt);
  }

  private boolean concluded(Allowance allowance, BatchReceipt receipt) {
    book(allowance, receipt);
    boolean idle = receipt.answered() == 0 && receipt.settled().equals(Allowance.NONE);
    return switch (receipt.end()) {
      case DONE -> true;
      case STOPPED -> {
        window.cut();
        yield true;
      }
      case NEEDS_GRANT -> idle ? needsMore(allowance) : false;
      case YIELDED -> pause(idling.atLeast(idle, receipt.retryAfterMillis()));
      case PAUSED -> pause(idling.next(idle));
      case HALTED -> {
        PauseReason reason = receipt.halt();
        listener.halted(reason == null ? PauseReason.DEFECT : reason, receipt.detail());
        yield pause(idling.next(idle));
      }
    };
  }

  /** An answer says that the provider is back; no call made says nothing, so another one tries. */
  private boolean tried(Allowance allowance, BatchReceipt receipt) {
    book(allowance, receipt);
    if (receipt.answered() > 0) {
      listener.recovered();
      return receipt.end() == BatchEnd.DONE;
    }
    return switch (receipt.end()) {
      case DONE -> {
        steering.giveBackProbe();
        yield true;
      }
      case STOPPED -> {
        window.cut();
        yield true;
      }
      case PAUSED -> tryAgain(idling.next(true));
      case HALTED -> stillAway(receipt.halt(), receipt.detail());
      case NEEDS_GRANT, YIELDED -> tryAgain(BETWEEN_TRIES);
    };
  }

  private boolean stillAway(@Nullable PauseReason reason, String detail) {
    if (reason == PauseReason.PROVIDER_OUTAGE) {
      return tryAgain(BETWEEN_TRIES);
    }
    listener.halted(reason == null ? PauseReason.DEFECT : reason, detail);
    return false;
  }

  private boolean tryAgain(Duration wait) {
    Workflow.await(wait, () -> window.ended() || !steering.probing());
    steering.giveBackProbe();
    return false;
  }

  /** Less than one call fits: more is asked for, unless this was all there is. */
  private boolean needsMore(Allowance allowance) {
    if (!allowance.covers(wanted)) {
      window.cut();
      return true;
    }
    wanted = wanted.times(2).min(WindowPurse.MOST);
    return false;
  }

  private boolean pause(Duration wait) {
    Workflow.await(wait, window::ended);
    return false;
  }

  /** A failure that no retry mends stops the run until a person has looked at it. */
  private boolean halted(ActivityFailure refused) {
    if (refused.getCause() instanceof CanceledFailure cancelled) {
      throw cancelled;
    }
    Refusal refusal = Refusal.of(refused);
    listener.halted(refusal.reason(), refusal.detail());
    return pause(idling.next(true));
  }
}
