package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.run.Allowance;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowLock;

/**
 * The part of the budget that one child holds: granted for a window of batches, handed out batch by
 * batch, topped up on demand. What is granted never exceeds the limit, and what is handed out never
 * exceeds what is granted.
 */
final class WindowPurse {

  private final String experiment;
  private final String path;
  private final int run;
  private final WorkflowLock lock = Workflow.newWorkflowLock();
  private int grants;
  private Allowance held;
  private Allowance settled;

  WindowPurse(String experiment, String path, int run) {
    this.experiment = experiment;
    this.path = path;
    this.run = run;
    this.grants = 0;
    this.held = Allowance.NONE;
    this.settled = Allowance.NONE;
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
   * An allowance of about {@code wanted}; asks for {@code batches} times as much when little is
   * held. The answer may be smaller; see {@link #exhausted}.
   */
  Allowance take(Allowance wanted, int batches) {
    lock.lock();
    try {
      if (!held.covers(wanted)) {
        GrantRequest request =
            new GrantRequest(
                experiment, path, run, grants++, wanted.times(Math.max(1, batches)), settled);
        held = held.plus(Stages.experiments("grant " + path).grant(request));
      }
      Allowance share = held.min(wanted);
      held = held.minus(share);
      return share;
    } finally {
      lock.unlock();
    }
  }

  /** Takes back what a batch did not use. */
  void settle(Allowance share, Allowance used) {
    settled = settled.plus(used);
    held = held.plus(share.minus(used));
  }

  /** Books the sum and returns what is still held to the budget. */
  void close() {
    Stages.experiments("settle " + path)
        .settle(new Settlement(experiment, path, run, settled, true));
    held = Allowance.NONE;
  }

  /** Whether a share is too small for even one more call, where something was wanted. */
  static boolean exhausted(Allowance share, Allowance wanted) {
    return (wanted.calls() > 0 && share.calls() == 0)
        || (wanted.tokens() > 0 && share.tokens() == 0)
        || (wanted.micros() > 0 && share.micros() == 0);
  }
}
