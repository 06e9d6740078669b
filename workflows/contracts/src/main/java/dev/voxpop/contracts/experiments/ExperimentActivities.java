package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Submission;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The run's door, purse and log. Task queue {@code experiments}. */
@ActivityInterface(namePrefix = "Experiment")
public interface ExperimentActivities {

  /** Parses a document and checks it against its schema. Pure; retryable; no heartbeat. */
  @ActivityMethod
  Reading read(Submission submission);

  /**
   * Merges all problems, settles every default, plans, and claims the experiment for this run.
   * Idempotent by run id. Fails for good with {@code InvalidExperiment} or {@code
   * DuplicateExperiment}. Retryable; no heartbeat.
   */
  @ActivityMethod
  Admission admit(AdmissionRequest request);

  /**
   * Grants a part of the budget and takes back what the path still held. Idempotent by (path,
   * generation, number); the answer may be smaller than asked, down to nothing. Retryable; no
   * heartbeat.
   */
  @ActivityMethod
  Grant grant(GrantRequest request);

  /** Books what a path has settled so far; the sum only grows. Idempotent; retryable. */
  @ActivityMethod
  void settle(Settlement settlement);

  /** Changes the limits of a run. Idempotent; fails when below what is granted or settled. */
  @ActivityMethod
  void limit(LimitChange change);

  /** Remembers an ordered concurrency, for later runs as well. Idempotent; retryable. */
  @ActivityMethod
  void concurrency(ConcurrencyChange change);

  /** Records state, phase and reason. Idempotent by version; retryable; no heartbeat. */
  @ActivityMethod
  void record(StateChange change);
}
