package dev.voxpop.contracts.matching;

import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Human samples, and pairing personas with people. Task queue {@code matching}. */
@ActivityInterface(namePrefix = "Matching")
public interface MatchingActivities {

  /** Checks sample, filters and matchings. Pure look-up; retryable; no heartbeat. */
  @ActivityMethod
  CheckReport check(CheckRequest request);

  /** Draws people from a sample. Idempotent by draw id; retryable; no heartbeat. */
  @ActivityMethod
  SampleReceipt drawSample(DrawSample request);

  /**
   * Pairs the personas of a pool with people, with a certificate where the method has one.
   * Idempotent by matching id: a stored pairing is returned. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  MatchReceipt match(MatchPersonas request);

  /**
   * Weighs personas to the margins of people, or finds out why that cannot be done. Idempotent by
   * raking id: stored weights, or the stored reason, are returned. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  RakeReceipt rake(RakePersonas request);
}
