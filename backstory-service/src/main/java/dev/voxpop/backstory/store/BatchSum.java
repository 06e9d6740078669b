package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;

/** What a commit adds to one batch. */
final class BatchSum {
  private long results;
  private Allowance settled = Allowance.NONE;
  private long lost;
  private long filled;
  private long exhausted;

  /** One more row that tells that the batch gets on. */
  void addResult() {
    results++;
  }

  void add(Bill bill) {
    settled = settled.plus(bill.settled());
    lost += bill.lostCalls();
  }

  void add(SlotEnd end) {
    switch (end) {
      case SlotEnd.Filled ignored -> filled++;
      case SlotEnd.Exhausted ignored -> exhausted++;
    }
  }

  long results() {
    return results;
  }

  Allowance settled() {
    return settled;
  }

  long lost() {
    return lost;
  }

  long filled() {
    return filled;
  }

  long exhausted() {
    return exhausted;
  }

  boolean isNothing() {
    return results == 0 && lost == 0 && settled.equals(Allowance.NONE);
  }
}
