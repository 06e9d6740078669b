package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.ArmOutcome;
import dev.voxpop.contracts.workflow.ArmWork;
import dev.voxpop.contracts.workflow.InterviewArm;
import dev.voxpop.contracts.workflow.PoolOutcome;
import dev.voxpop.contracts.workflow.PoolWork;
import dev.voxpop.contracts.workflow.WritePool;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts the children of a run, one per pool and one per arm. A child that was closed from outside
 * pauses the run, and is started again under the same id when the run goes on.
 *
 * <p>A child is steered by its id and not by its run: a child whose history has grown long goes on
 * as another run.
 */
final class Offspring {

  private static final int PATIENCE = 24;
  private static final Duration BETWEEN_STARTS = Duration.ofSeconds(5);
  private static final int MOST_REPORTS = 20;
  private static final int REPORTS_OF_ALL = 1_000;

  private final Admission admission;
  private final Helm helm;

  Offspring(Admission admission, Helm helm) {
    this.admission = admission;
    this.helm = helm;
  }

  /** What became of a pool; empty when its child was closed and the run stopped after that. */
  Optional<PoolOutcome> writePool(PoolSpec pool, @Nullable TraitSpec traits) {
    String path = path("pool", pool.name());
    WritePool any = Workflow.newExternalWorkflowStub(WritePool.class, path);
    Crew.Handles handles = new Crew.Handles(any::steer, any::probe);
    return untilClosed(
        path,
        generation -> {
          WritePool child = Workflow.newChildWorkflowStub(WritePool.class, options(path));
          Courier.Letter<SteeringMode> known = helm.news();
          PoolWork work = work(pool, traits, generation, known.message());
          Promise<PoolOutcome> outcome = Async.function(child::write, work);
          Workflow.getWorkflowExecution(child).get();
          helm.join(path, handles, known);
          return outcome.get();
        });
  }

  private PoolWork work(
      PoolSpec pool, @Nullable TraitSpec traits, int generation, SteeringMode mode) {
    return new PoolWork(
        admission.experiment(),
        pool,
        traits,
        admission.survey(),
        generation,
        reports(),
        mode,
        null);
  }

  /** What became of an arm; empty when its child was closed and the run stopped after that. */
  Optional<ArmOutcome> interviewArm(ArmSpec arm) {
    String path = path("arm", arm.arm());
    InterviewArm any = Workflow.newExternalWorkflowStub(InterviewArm.class, path);
    Crew.Handles handles = new Crew.Handles(any::steer, any::probe);
    return untilClosed(
        path,
        generation -> {
          InterviewArm child = Workflow.newChildWorkflowStub(InterviewArm.class, options(path));
          Courier.Letter<SteeringMode> known = helm.news();
          ArmWork work = new ArmWork(arm, generation, reports(), known.message(), null);
          Promise<ArmOutcome> outcome = Async.function(child::interview, work);
          Workflow.getWorkflowExecution(child).get();
          helm.join(path, handles, known);
          return outcome.get();
        });
  }

  /** Few enough that the reports of all children together leave the run's history short. */
  private int reports() {
    int parts = Math.max(1, admission.arms().size() + 2 * admission.pools().size());
    return Math.clamp(REPORTS_OF_ALL / parts, 2, MOST_REPORTS);
  }

  private static String path(String kind, String name) {
    return Children.path(Workflow.getInfo().getWorkflowId(), kind, name);
  }

  /** A child's activities inherit its priority, so that no experiment makes another one wait. */
  private ChildWorkflowOptions options(String path) {
    return ChildWorkflowOptions.newBuilder()
        .setWorkflowId(path)
        .setStaticSummary(path)
        .setPriority(Fairness.of(admission.experiment(), admission.priority()))
        .build();
  }

  private <T> Optional<T> untilClosed(String path, IntFunction<T> child) {
    int waited = 0;
    for (int start = 0; ; start++) {
      try {
        return Optional.of(child.apply(generation(start)));
      } catch (ChildWorkflowFailure failure) {
        helm.leave(path);
        if (stillOpen(failure) && waited++ < PATIENCE) {
          Workflow.sleep(BETWEEN_STARTS);
        } else if (!goesOn(path, failure)) {
          return Optional.empty();
        }
      } finally {
        helm.leave(path);
      }
    }
  }

  private int generation(int start) {
    return admission.run() * Admission.STARTS_PER_RUN + start % Admission.STARTS_PER_RUN;
  }

  /** A child of an earlier run, whose end the server has not seen to yet. */
  private static boolean stillOpen(ChildWorkflowFailure failure) {
    return failure.getCause() instanceof WorkflowExecutionAlreadyStarted;
  }

  /** Waits for a person; false when the run is to stop. */
  private boolean goesOn(String path, ChildWorkflowFailure failure) {
    helm.pause(PauseReason.CHILD_CLOSED, path + ": " + Refusal.lastWord(failure));
    helm.awaitNotPaused();
    return !helm.stopped();
  }
}
