package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.Halt;
import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The run as a careless change would leave it: one timer more, and no version to guard it. */
public final class HastyRunExperiment implements RunExperiment {

  private final RunExperiment original = new RunExperimentWorkflow();

  @Override
  public RunResult run(@Nullable RawValue document, @Nullable RawValue surplus) {
    Workflow.sleep(Duration.ofSeconds(1));
    return original.run(document, surplus);
  }

  @Override
  public void pause(@Nullable String reason) {
    original.pause(reason);
  }

  @Override
  public void resume(@Nullable String reason) {
    original.resume(reason);
  }

  @Override
  public void stopGracefully() {
    original.stopGracefully();
  }

  @Override
  public void halted(Halt halt) {
    original.halted(halt);
  }

  @Override
  public void recovered(String path) {
    original.recovered(path);
  }

  @Override
  public void advanced(ArmProgress progress) {
    original.advanced(progress);
  }

  @Override
  public void setConcurrency(Concurrency concurrency) {
    original.setConcurrency(concurrency);
  }

  @Override
  public void checkConcurrency(@Nullable Concurrency concurrency) {
    original.checkConcurrency(concurrency);
  }

  @Override
  public void setBudget(Budget budget) {
    original.setBudget(budget);
  }

  @Override
  public void checkBudget(@Nullable Budget budget) {
    original.checkBudget(budget);
  }

  @Override
  public RunProgress progress() {
    return original.progress();
  }
}
