package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.run.SteeringMode;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Interviews every persona of one arm and closes the arm. */
@WorkflowInterface
public interface InterviewArm {

  @WorkflowMethod(name = "InterviewArm")
  ArmOutcome interview(ArmWork work);

  /** Passes the run's steering on. */
  @SignalMethod
  void steer(SteeringMode mode);

  /**
   * Lets one batch try one call every five minutes although the run stands still, after an outage
   * of a provider, until the next {@link #steer}.
   */
  @SignalMethod
  void probe();
}
