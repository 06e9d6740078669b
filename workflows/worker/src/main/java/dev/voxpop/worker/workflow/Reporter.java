package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.Halt;
import dev.voxpop.contracts.workflow.RunExperiment;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;

/**
 * A child's voice: tells the run how far the child is, at most so many times a step. Reports go by
 * courier, because two signals under way at once may arrive in either order.
 */
final class Reporter implements BatchWindow.Listener {

  private final RunExperiment run;
  private final String path;
  private final Steering steering;
  private final int reports;
  private final Courier<ArmProgress> courier;
  private long planned;
  private long done;
  private long failed;
  private long micros;
  private long told;
  private long letters;

  Reporter(String experimentWorkflow, String path, Steering steering, int reports) {
    this.run = Workflow.newExternalWorkflowStub(RunExperiment.class, experimentWorkflow);
    this.path = path;
    this.steering = steering;
    this.reports = Math.max(1, reports);
    this.courier = new Courier<>(run::advanced, new Courier.Letter<>(0, progress()));
    courier.start();
  }

  /** A step of {@code cells} cells begins, {@code before} of them already there. */
  void begin(long cells, long before, long failedBefore, long microsBefore) {
    planned = cells;
    done = before;
    failed = failedBefore;
    micros = microsBefore;
    told = before;
    tell();
  }

  long done() {
    return done;
  }

  long failed() {
    return failed;
  }

  @Override
  public void received(BatchReceipt receipt) {
    done += receipt.answered();
    failed += receipt.failed();
    micros += receipt.settled().micros();
    if (done >= planned || done - told >= Math.max(1, planned / reports)) {
      told = done;
      tell();
    }
  }

  @Override
  public void halted(PauseReason reason, String detail) {
    steering.set(SteeringMode.PAUSE);
    try {
      run.halted(new Halt(path, reason, detail));
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Reporter.class).warn("The run did not hear of a halt of {}", path, gone);
    }
  }

  @Override
  public void recovered() {
    try {
      run.recovered(path);
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Reporter.class)
          .warn("The run did not hear of an answer to {}", path, gone);
    }
  }

  /** Waits until the run has heard the last report. */
  void end() {
    courier.awaitBrought();
    courier.dismiss();
  }

  private void tell() {
    letters++;
    courier.take(new Courier.Letter<>(letters, progress()));
  }

  private ArmProgress progress() {
    return new ArmProgress(path, done, planned, failed, micros);
  }
}
