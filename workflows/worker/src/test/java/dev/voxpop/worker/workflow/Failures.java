package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;

/** Why a run failed. */
final class Failures {

  private Failures() {}

  /** The innermost failure that has a type. */
  static ApplicationFailure of(World world, WorkflowStub stub) {
    Throwable failure =
        catchThrowableOfType(WorkflowFailedException.class, () -> world.result(stub));
    ApplicationFailure found = null;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure application) {
        found = application;
      }
    }
    if (found == null) {
      throw new AssertionError("The run did not fail with a type.", failure);
    }
    return found;
  }
}
