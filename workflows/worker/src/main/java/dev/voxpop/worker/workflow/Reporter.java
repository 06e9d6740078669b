package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.Halt;
import dev.voxpop.contracts.workflow.RunExperiment;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Workflow;

/** A child's voice: tells the run how far the child is, at most twenty times a step. */
final class Reporter implements BatchWindow.Listener {

  private static final int STEPS = 20;

  private final RunExperiment run;
  private final String path;
  private final Steering steering;
  private long planned;
  private long done;
  private long failed;
  private long micros;
  private long told;

  Reporter(String experimentWorkflow, String path, Steering steering) {
    this.run = Workflow.newExternalWorkflowStub(RunExperiment.class, experimentWorkflow);
    this.path = path;
    this.steering = steering;
  }

  /** A step of {@code cells} cells begins, {@code before} of them already there. */
  void begin(long cells, long before, long failedBefore) {
    planned = cells;
    done = before;
    failed = failedBefore;
    told = 0;
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
    if (done >= planned || done - told >= Math.max(1, planned / STEPS)) {
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

  private void tell() {
    try {
      run.advanced(new ArmProgress(path, done, planned, failed, micros));
    } catch (TemporalFailure gone) {
      Workflow.getLogger(Reporter.class).warn("The run did not hear of {}", path, gone);
    }
  }
}
