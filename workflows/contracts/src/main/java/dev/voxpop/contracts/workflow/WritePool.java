package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.run.SteeringMode;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** Fills one pool with stories and asks their traits where a matching needs them. */
@WorkflowInterface
public interface WritePool {

  @WorkflowMethod(name = "WritePool")
  PoolOutcome write(PoolWork work);

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
