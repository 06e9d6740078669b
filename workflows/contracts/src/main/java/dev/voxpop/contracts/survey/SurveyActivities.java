package dev.voxpop.contracts.survey;

import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Interviewing stories and personas. Task queue {@code survey}. */
@ActivityInterface(namePrefix = "Survey")
public interface SurveyActivities {

  /** Checks wave, questions, traits, formats, aliases. Pure look-up; retryable; no heartbeat. */
  @ActivityMethod
  CheckReport check(CheckRequest request);

  /**
   * Copies a pool's passages into the stage, for the demographic survey. Idempotent by (pool, trait
   * key). Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  Roster enrolStories(EnrolStories request);

  /**
   * Asks the traits of a range of stories. Idempotent by (story, trait, trait key, request number);
   * buys only what is missing. Retryable; heartbeat 5 s; yields at 80 % of the batch time limit.
   */
  @ActivityMethod
  BatchReceipt askTraits(TraitBatch batch);

  /**
   * Copies all that an arm's interviews need into the stage: passages once by hash, personas, the
   * codes that its texts use. Idempotent by (experiment, arm); another arm hash under the same name
   * is refused once there are answers. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  Roster enrolArm(EnrolArm request);

  /**
   * Interviews a range of personas. Idempotent by cell (experiment, arm, persona, question,
   * repeat): each interview goes on at its first unanswered question. Retryable; heartbeat 5 s;
   * yields at 80 % of the batch time limit.
   */
  @ActivityMethod
  BatchReceipt interview(InterviewBatch batch);

  /**
   * Waits until the arm's events have left the outbox, checks that planned cells = rows by state +
   * not reached, and publishes the closing. Idempotent by checksum. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  ArmReceipt completeArm(CompleteArm request);

  /** Stores steering. Idempotent by version; retryable; no heartbeat. */
  @ActivityMethod
  void control(ControlOrder order);

  /** Sums what the experiment has spent here. Pure look-up; retryable; no heartbeat. */
  @ActivityMethod
  Spending spending(String experiment);
}
