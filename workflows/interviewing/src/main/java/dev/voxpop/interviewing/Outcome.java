package dev.voxpop.interviewing;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.BatchReceipt;
import java.time.Duration;

/** How a try of a batch ended. */
public sealed interface Outcome {

  /** With something to report: everything is done, or something was, or a person is needed. */
  record Returned(BatchReceipt receipt) implements Outcome {}

  /** Without anything new: the same try is to be repeated after a while. */
  record Stuck(FailureType type, Duration retryAfter, String message) implements Outcome {}

  /** Because it was cancelled; what was in flight is stored. */
  record Cancelled() implements Outcome {}
}
