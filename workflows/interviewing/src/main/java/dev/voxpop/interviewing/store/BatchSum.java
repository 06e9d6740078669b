package dev.voxpop.interviewing.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.StepResult;

/** What a commit adds to the counts of one batch. */
public final class BatchSum {
  private long results;
  private long answered;
  private long failed;
  private Allowance settled = Allowance.NONE;
  private long lost;

  /** One more row that tells that the batch gets on. */
  public void addResult() {
    results++;
  }

  public void add(StepResult.Tally tally) {
    answered += tally.answered();
    failed += tally.failed();
  }

  public void add(Bill bill) {
    settled = settled.plus(bill.settled());
    lost += bill.lostCalls();
  }

  public long results() {
    return results;
  }

  public long answered() {
    return answered;
  }

  public long failed() {
    return failed;
  }

  public Allowance settled() {
    return settled;
  }

  /** Returns the number of calls that were paid for at their worst case. */
  public long lost() {
    return lost;
  }

  public boolean isNothing() {
    return results == 0 && lost == 0 && settled.equals(Allowance.NONE);
  }
}
