package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.ConcurrencyChange;
import dev.voxpop.contracts.experiments.LimitChange;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.Halt;
import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One experiment from its document to its report: admit it, carry out its protocol, close it.
 *
 * <p>Steering arrives here and is passed on to the stages and the children; handlers only change
 * what is wanted, so they end at once and may come before admission. A cancellation is an orderly
 * stop: what is there is closed, analysed and reported in a scope that is not cancelled, and then
 * the run ends cancelled.
 */
public final class RunExperimentWorkflow implements RunExperiment {

  private final Board board = new Board();
  private final Helm helm = new Helm(board);
  private @Nullable Admission admission;
  private @Nullable RunResult result;

  @Override
  public RunResult run(@Nullable RawValue document, @Nullable RawValue surplus) {
    CancellationScope.current().getCancellationRequest().thenApply(this::cancelled);
    Admission admitted = Door.admit(Door.submission(document, surplus));
    Workflow.newDetachedCancellationScope(() -> result = admitted(admitted)).run();
    return Objects.requireNonNull(result);
  }

  private RunResult admitted(Admission admitted) {
    board.open(admitted);
    if (admitted.outcome() == Admission.Outcome.PLANNED) {
      return Protocol.planned(admitted);
    }
    admission = admitted;
    RunResult carriedOut = carryOut(admitted);
    Workflow.await(Workflow::isEveryHandlerFinished);
    return carriedOut;
  }

  private RunResult carryOut(Admission admitted) {
    try {
      helm.begin(admitted);
      return new Protocol(admitted, helm, board).carryOut();
    } catch (TemporalFailure failure) {
      helm.abandon();
      board.close(RunState.FAILED, Refusal.lastWord(failure), null);
      throw failure;
    }
  }

  private String cancelled(String reason) {
    helm.cancel();
    return reason;
  }

  @Override
  public void pause(@Nullable String reason) {
    helm.pause(PauseReason.OPERATOR, Orders.said(reason));
  }

  @Override
  public void resume(@Nullable String reason) {
    helm.resume(Orders.said(reason));
  }

  @Override
  public void stopGracefully() {
    helm.stop("stopped by the operator");
  }

  @Override
  public void halted(Halt halt) {
    helm.halted(halt);
  }

  @Override
  public void recovered(String path) {
    helm.recovered();
  }

  @Override
  public void advanced(ArmProgress progress) {
    board.advanced(progress);
  }

  @Override
  public void setConcurrency(Concurrency concurrency) {
    helm.concurrency(concurrency.alias(), concurrency.n());
    Workflow.await(() -> admission != null);
    String experiment = Objects.requireNonNull(admission).experiment();
    ConcurrencyChange change =
        new ConcurrencyChange(experiment, concurrency.alias(), concurrency.n());
    Workflow.newDetachedCancellationScope(
            () -> Stages.experiments("remember the concurrency").concurrency(change))
        .run();
  }

  @Override
  public void checkConcurrency(@Nullable Concurrency concurrency) {
    Orders.check(concurrency);
  }

  @Override
  public void setBudget(Budget budget) {
    Workflow.await(() -> admission != null);
    String experiment = Objects.requireNonNull(admission).experiment();
    LimitChange change = new LimitChange(experiment, Orders.limit(budget));
    Workflow.newDetachedCancellationScope(
            () -> Stages.experiments("change the budget").limit(change))
        .run();
  }

  @Override
  public void checkBudget(@Nullable Budget budget) {
    Orders.check(budget);
  }

  @Override
  public RunProgress progress() {
    return board.progress();
  }
}
