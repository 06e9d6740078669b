package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiments.RunResult;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import org.jspecify.annotations.Nullable;

/** Carries one experiment from its document to its report. */
@WorkflowInterface
public interface RunExperiment {

  /**
   * Runs the experiment that {@code document} describes. Both arguments are raw payloads, so that
   * every byte that was sent is judged by our own checks.
   *
   * @param document one JSON object
   * @param surplus nothing; a second payload is refused
   */
  @WorkflowMethod(name = "RunExperiment")
  RunResult run(@Nullable RawValue document, @Nullable RawValue surplus);

  /** Stands still after the calls in flight. Twice is once. */
  @SignalMethod
  void pause(@Nullable String reason);

  /** Goes on. Twice is once. */
  @SignalMethod
  void resume(@Nullable String reason);

  /** Ends early with what is there: the rest is not reached, the report is written. */
  @SignalMethod
  void stopGracefully();

  /** Tells, from a child, that a person is needed. */
  @SignalMethod
  void halted(Halt halt);

  /** Tells, from a child, that a call that tried the provider got an answer. */
  @SignalMethod
  void recovered(String path);

  /** Tells, from a child, how far it is. */
  @SignalMethod
  void advanced(ArmProgress progress);

  /** Changes how many calls a model alias may have in flight. */
  @UpdateMethod
  void setConcurrency(Concurrency concurrency);

  /** Refuses what no alias can be given. */
  @UpdateValidatorMethod(updateName = "setConcurrency")
  void checkConcurrency(@Nullable Concurrency concurrency);

  /** Changes the limits of the budget; below what is granted or settled is refused. */
  @UpdateMethod
  void setBudget(Budget budget);

  /** Refuses what is not a budget. */
  @UpdateValidatorMethod(updateName = "setBudget")
  void checkBudget(@Nullable Budget budget);

  /** How far the run is. */
  @QueryMethod
  RunProgress progress();

  /** Calls in flight of a model alias. */
  record Concurrency(String alias, int n) {}

  /** Limits; a limit that is absent stays as it is. */
  record Budget(@Nullable String usd, @Nullable Long tokens, @Nullable Long calls) {}
}
