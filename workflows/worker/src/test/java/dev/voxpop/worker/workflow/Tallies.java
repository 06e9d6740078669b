package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import org.jspecify.annotations.Nullable;

/** Receipts for fakes. */
final class Tallies {

  private Tallies() {}

  static BatchReceipt ended(BatchEnd end, int remaining) {
    return new BatchReceipt(end, 0, remaining, 0, 0, Allowance.NONE, 0, 0, null, "");
  }

  static BatchReceipt yielded(int remaining, long millis) {
    return new BatchReceipt(
        BatchEnd.YIELDED, 0, remaining, 0, 0, Allowance.NONE, 0, millis, null, "");
  }

  static BatchReceipt halted(int remaining, @Nullable PauseReason reason) {
    return new BatchReceipt(
        BatchEnd.HALTED, 0, remaining, 0, 0, Allowance.NONE, 0, 0, reason, "the model is away");
  }
}
