package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmOutcome;
import dev.voxpop.contracts.workflow.ArmWork;
import dev.voxpop.contracts.workflow.InterviewArm;
import dev.voxpop.contracts.workflow.PoolOutcome;
import dev.voxpop.contracts.workflow.PoolWork;
import dev.voxpop.contracts.workflow.WritePool;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Starts the children of a run, one per pool and one per arm. A child that was closed from outside
 * pauses the run, and is started again under the same id when the run goes on.
 */
final class Offspring {

  private final Admission admission;
  private final Helm helm;

  Offspring(Admission admission, Helm helm) {
    this.admission = admission;
    this.helm = helm;
  }

  PoolOutcome writePool(PoolSpec pool, boolean askTraits) {
    String path = path("pool", pool.name());
    return untilClosed(
        path,
        () -> {
          WritePool child = Workflow.newChildWorkflowStub(WritePool.class, options(path));
          helm.join(path, child::steer);
          return child.write(
              new PoolWork(
                  admission.experiment(),
                  pool,
                  askTraits ? admission.traits() : null,
                  admission.survey(),
                  admission.run(),
                  helm.mode(),
                  null));
        });
  }

  ArmOutcome interviewArm(ArmSpec arm) {
    String path = path("arm", arm.arm());
    return untilClosed(
        path,
        () -> {
          InterviewArm child = Workflow.newChildWorkflowStub(InterviewArm.class, options(path));
          helm.join(path, child::steer);
          return child.interview(new ArmWork(arm, admission.run(), helm.mode(), null));
        });
  }

  private static String path(String kind, String name) {
    return Children.path(Workflow.getInfo().getWorkflowId(), kind, name);
  }

  private static ChildWorkflowOptions options(String path) {
    return ChildWorkflowOptions.newBuilder().setWorkflowId(path).setStaticSummary(path).build();
  }

  private <T> T untilClosed(String path, Supplier<T> child) {
    while (true) {
      try {
        return child.get();
      } catch (ChildWorkflowFailure failure) {
        helm.leave(path);
        helm.pause(PauseReason.CHILD_CLOSED, path + ": " + failure.getCause());
        Workflow.sleep(Duration.ofSeconds(1));
        helm.awaitNotPaused();
        if (helm.stopped()) {
          throw failure;
        }
      } finally {
        helm.leave(path);
      }
    }
  }
}
