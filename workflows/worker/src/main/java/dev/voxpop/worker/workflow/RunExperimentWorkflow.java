package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.Halt;
import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One experiment from its document to its report: admit it, carry out its protocol, close it.
 *
 * <p>Steering arrives here and is passed on to the stages and the children. A cancellation is an
 * orderly stop: what is there is closed, analysed and reported, and then the run ends cancelled.
 */
public final class RunExperimentWorkflow implements RunExperiment {

  private static final Duration OUTAGE_PAUSE = Duration.ofMinutes(5);

  private final Board board = new Board();
  private @Nullable Helm helm;

  @Override
  public RunResult run(@Nullable RawValue document, @Nullable RawValue surplus) {
    Admission admission = Door.admit(Door.submission(document, surplus));
    board.open(admission);
    if (admission.outcome() == Admission.Outcome.PLANNED) {
      return Protocol.planned(admission);
    }
    Helm steering = new Helm(admission, board);
    helm = steering;
    CancellationScope.current().getCancellationRequest().thenApply(this::cancelled);
    RunResult[] result = new RunResult[1];
    Workflow.newDetachedCancellationScope(() -> result[0] = carryOut(admission, steering)).run();
    Workflow.await(Workflow::isEveryHandlerFinished);
    return Objects.requireNonNull(result[0]);
  }

  private RunResult carryOut(Admission admission, Helm steering) {
    try {
      steering.begin(admission.paused() ? SteeringMode.PAUSE : SteeringMode.RUN);
      return new Protocol(admission, steering, board).carryOut();
    } catch (TemporalFailure failure) {
      board.close(RunState.FAILED, String.valueOf(failure.getMessage()), null);
      throw failure;
    }
  }

  private Object cancelled(Object reason) {
    Workflow.newDetachedCancellationScope(() -> Async.procedure(requireHelm()::cancel)).run();
    return reason;
  }

  @Override
  public void pause(@Nullable String reason) {
    awaitHelm().pause(PauseReason.OPERATOR, reason == null ? "" : reason);
  }

  @Override
  public void resume(@Nullable String reason) {
    awaitHelm().resume(reason == null ? "" : reason);
  }

  @Override
  public void stopGracefully() {
    awaitHelm().stop("stopped by the operator");
  }

  @Override
  public void halted(Halt halt) {
    Helm steering = awaitHelm();
    long version = steering.pause(halt.reason(), halt.path() + ": " + halt.detail());
    if (halt.reason() == PauseReason.PROVIDER_OUTAGE) {
      Workflow.newTimer(OUTAGE_PAUSE).thenApply(fired -> steering.retry(version));
    }
  }

  @Override
  public void advanced(ArmProgress progress) {
    board.advanced(progress);
  }

  @Override
  public void setConcurrency(Concurrency concurrency) {
    if (concurrency.n() < 1) {
      throw ApplicationFailure.newNonRetryableFailure(
          "Concurrency "
              + concurrency.n()
              + " is not in 1 … .\nMaybe use \"pause\" to stand still.",
          "InvalidArgument");
    }
    awaitHelm().concurrency(concurrency.alias(), concurrency.n());
  }

  @Override
  public void setBudget(Budget budget) {
    awaitHelm().budget(budget);
  }

  @Override
  public RunProgress progress() {
    return board.progress();
  }

  private Helm requireHelm() {
    return Objects.requireNonNull(helm);
  }

  /** Steering that arrives before admission waits for it. */
  private Helm awaitHelm() {
    Workflow.await(() -> helm != null);
    return requireHelm();
  }
}
