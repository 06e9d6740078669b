package dev.voxpop.survey.activity;

import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.contracts.survey.CompleteArm;
import dev.voxpop.contracts.survey.EnrolArm;
import dev.voxpop.contracts.survey.EnrolStories;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.contracts.survey.SurveyActivities;
import dev.voxpop.contracts.survey.TraitBatch;
import dev.voxpop.interviewing.activity.ActivityPulse;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The activities of the survey stage: each hands over to the part that knows. */
@ApplicationScoped
public class SurveyActivitiesImpl implements SurveyActivities {
  private final Arms arms;
  private final TraitPools pools;
  private final Closings closings;
  private final Desk desk;

  /** The parts that do the work. */
  @Inject
  public SurveyActivitiesImpl(Arms arms, TraitPools pools, Closings closings, Desk desk) {
    this.arms = arms;
    this.pools = pools;
    this.closings = closings;
    this.desk = desk;
  }

  @Override
  public CheckReport check(CheckRequest request) {
    return Failures.typed(() -> desk.check(request.document()));
  }

  @Override
  public Roster enrolStories(EnrolStories request) {
    return Failures.typed(() -> pools.enrol(request, new Heartbeat(context())));
  }

  @Override
  public BatchReceipt askTraits(TraitBatch batch) {
    try (ActivityPulse pulse = ActivityPulse.start()) {
      return Failures.typed(() -> pools.ask(batch, pulse));
    }
  }

  @Override
  public Roster enrolArm(EnrolArm request) {
    return Failures.typed(() -> arms.enrol(request.arm(), new Heartbeat(context())));
  }

  @Override
  public BatchReceipt interview(InterviewBatch batch) {
    try (ActivityPulse pulse = ActivityPulse.start()) {
      return Failures.typed(() -> arms.interview(batch, pulse));
    }
  }

  @Override
  public ArmReceipt completeArm(CompleteArm request) {
    return Failures.typed(() -> closings.close(request, new Heartbeat(context())));
  }

  @Override
  public void control(ControlOrder order) {
    Failures.typed(() -> desk.steer(order));
  }

  @Override
  public Spending spending(String experiment) {
    return Failures.typed(() -> desk.spending(experiment));
  }

  private static ActivityExecutionContext context() {
    return Activity.getExecutionContext();
  }
}
