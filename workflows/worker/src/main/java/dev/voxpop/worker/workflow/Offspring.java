package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmOutcome;
import dev.voxpop.contracts.workflow.ArmWork;
import dev.voxpop.contracts.workflow.InterviewArm;
import dev.voxpop.contracts.workflow.PoolOutcome;
import dev.voxpop.contracts.workflow.PoolWork;
import dev.voxpop.contracts.workflow.WritePool;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Starts the children of a run, one per pool and one per arm. A child that was closed from outside
 * pauses the run, and is started again under the same id when the run goes on.
 */
final class Offspring {

  private static final int STARTS_PER_RUN = 100;
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
    return untilClosed(
        path,
        generation -> {
          WritePool child = Workflow.newChildWorkflowStub(WritePool.class, options(path));
          helm.join(path, child::steer);
          return child.write(
              new PoolWork(
                  admission.experiment(),
                  pool,
                  traits,
                  admission.survey(),
                  generation,
                  reports(),
                  helm.mode(),
                  null));
        });
  }

  /** What became of an arm; empty when its child was closed and the run stopped after that. */
  Optional<ArmOutcome> interviewArm(ArmSpec arm) {
    String path = path("arm", arm.arm());
    return untilClosed(
        path,
        generation -> {
          InterviewArm child = Workflow.newChildWorkflowStub(InterviewArm.class, options(path));
          helm.join(path, child::steer);
          return child.interview(new ArmWork(arm, generation, reports(), helm.mode(), null));
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

  private static ChildWorkflowOptions options(String path) {
    return ChildWorkflowOptions.newBuilder().setWorkflowId(path).setStaticSummary(path).build();
  }

  private <T> Optional<T> untilClosed(String path, IntFunction<T> child) {
    int waited = 0;
    for (int start = 0; ; start++) {
      try {
        return Optional.of(child.apply(admission.run() * STARTS_PER_RUN + start % STARTS_PER_RUN));
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
