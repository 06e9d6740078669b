package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.survey.CompleteArm;
import dev.voxpop.contracts.survey.EnrolArm;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.contracts.workflow.ArmOutcome;
import dev.voxpop.contracts.workflow.ArmWork;
import dev.voxpop.contracts.workflow.Carried;
import dev.voxpop.contracts.workflow.InterviewArm;
import io.temporal.workflow.Workflow;
import java.util.Objects;

/** The protocol of one arm: enrol its personas, interview them batch by batch, close it. */
public final class InterviewArmWorkflow implements InterviewArm {

  private static final String STEP = "interviews";

  private final Steering steering = new Steering(SteeringMode.RUN);

  @Override
  public ArmOutcome interview(ArmWork work) {
    steering.begin(work.mode(), work.carried());
    ArmSpec arm = work.arm();
    String path = Workflow.getInfo().getWorkflowId();
    WindowPurse purse = new WindowPurse(arm.experiment(), path, work.generation());
    Roster roster = enrol(work, purse);
    interviewAll(work, roster, purse);
    purse.close();
    ArmReceipt receipt =
        Stages.survey("close " + arm.arm())
            .completeArm(new CompleteArm(arm.experiment(), arm.arm()));
    return new ArmOutcome(receipt, purse.settled());
  }

  @Override
  public void steer(SteeringMode mode) {
    steering.set(mode);
  }

  @Override
  public void probe() {
    steering.probe();
  }

  private static Roster enrol(ArmWork work, WindowPurse purse) {
    Carried carried = work.carried();
    if (carried == null) {
      return Stages.survey("enrol " + work.arm().arm()).enrolArm(new EnrolArm(work.arm()));
    }
    purse.carryOn(carried.grants(), carried.purse(), carried.settled());
    return Objects.requireNonNull(carried.roster());
  }

  private void interviewAll(ArmWork work, Roster roster, WindowPurse purse) {
    Carried carried = work.carried();
    Reporter reporter = Children.report(roster, carried, steering, purse, work.reports());
    BatchWindow.Position position = BatchWindow.Position.of(work.generation(), carried);
    BatchWindow window = new BatchWindow(roster, purse, steering, reporter, position);
    BatchWindow.End end = window.run(turn(work.arm()));
    reporter.end();
    if (end == BatchWindow.End.HISTORY_LONG) {
      Carried next = Children.carry(STEP, roster, window, purse, reporter);
      Children.continueAs(work.goingOn(steering.mode(), next));
    }
  }

  private static BatchWindow.Turn turn(ArmSpec arm) {
    return (from, to, turn, allowance) ->
        Stages.survey("personas " + from + "–" + (to - 1) + " · " + arm.arm())
            .interview(new InterviewBatch(arm.experiment(), arm.arm(), from, to, turn, allowance));
  }
}
