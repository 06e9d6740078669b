package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Grant;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.run.Allowance;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLock;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The part of the budget that one child holds: granted for the batches at work, handed out batch by
 * batch, topped up on demand.
 *
 * <p>Invariant: held + in flight + settled is at most what the ledger has granted to this path. So
 * what is granted never exceeds the limit, and what is handed out never exceeds what is granted.
 */
final class WindowPurse {

  /** More than any batch needs, and small enough to be multiplied by a window. */
  static final Allowance MOST = new Allowance(1L << 43, 1L << 43, 1L << 43);

  private static final Duration POLL = Duration.ofSeconds(15);

  private final String experiment;
  private final String path;
  private final int generation;
  private final WorkflowLock lock = Workflow.newWorkflowLock();
  private int grants;
  private Allowance held = Allowance.NONE;
  private Allowance inFlight = Allowance.NONE;
  private Allowance settled = Allowance.NONE;
  private long settlements;

  WindowPurse(String experiment, String path, int generation) {
    this.experiment = experiment;
    this.path = path;
    this.generation = generation;
  }

  /** A purse that goes on where an earlier leg stopped. */
  void carryOn(int grantsSoFar, Allowance stillHeld, Allowance settledSoFar) {
    grants = grantsSoFar;
    held = stillHeld;
    settled = settledSoFar;
  }

  int grants() {
    return grants;
  }

  Allowance held() {
    return held;
  }

  Allowance settled() {
    return settled;
  }

  /**
   * An allowance of {@code wanted}, or of what is left when no more will come back; see {@link
   * #exhausted}. Waits while other work holds money, unless {@code giveUp}: then null.
   *
   * @param sharers batches at work or waiting; so many times as much is asked for at once
   */
  @Nullable Allowance take(Allowance wanted, int sharers, BooleanSupplier giveUp) {
    lock.lock();
    try {
      while (!held.covers(wanted)) {
        if (giveUp.getAsBoolean()) {
          return null;
        }
        switch (ask(wanted, Math.max(1, sharers))) {
          case ENOUGH -> {}
          case LAST -> {
            return handOut(held.min(wanted));
          }
          case LATER -> awaitMoney(giveUp);
        }
      }
      return handOut(wanted);
    } finally {
      lock.unlock();
    }
  }

  /** All that is held. */
  Allowance takeAll() {
    return handOut(held);
  }

  /** Takes back what a batch did not use. */
  void settle(Allowance share, Allowance used) {
    inFlight = inFlight.minus(share);
    settled = settled.plus(used);
    held = held.plus(share).minus(used);
    settlements++;
  }

  /** Books the sum and returns what is still held to the budget. */
  void close() {
    Stages.experiments("settle " + path)
        .settle(new Settlement(experiment, path, generation, settled, true));
    held = Allowance.NONE;
  }

  /** Whether a share is too small for even one more call, where something was wanted. */
  static boolean exhausted(Allowance share, Allowance wanted) {
    return (wanted.calls() > 0 && share.calls() == 0)
        || (wanted.tokens() > 0 && share.tokens() == 0)
        || (wanted.micros() > 0 && share.micros() == 0);
  }

  private Allowance handOut(Allowance share) {
    held = held.minus(share);
    inFlight = inFlight.plus(share);
    return share;
  }

  /** Gives back what is held and takes what is granted instead. */
  private Grant.Outlook ask(Allowance wanted, int sharers) {
    GrantRequest request =
        new GrantRequest(
            experiment,
            path,
            generation,
            grants++,
            wanted.times(sharers),
            wanted,
            inFlight,
            settled);
    held = Allowance.NONE;
    Grant grant = Stages.experiments("grant " + path).grant(request);
    held = held.plus(grant.granted());
    return grant.outlook();
  }

  private void awaitMoney(BooleanSupplier giveUp) {
    long seen = settlements;
    Workflow.await(POLL, () -> settlements > seen || giveUp.getAsBoolean());
  }
}
