package dev.voxpop.contracts.analysis;

import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Distances, structure, reliability, bounds and the report. Task queue {@code analysis}. */
@ActivityInterface(namePrefix = "Analysis")
public interface AnalysisActivities {

  /** Checks groupings, designs an audit. Pure; retryable; no heartbeat. */
  @ActivityMethod
  CheckReport check(CheckRequest request);

  /**
   * Waits until the rows of every arm agree with its count and checksum. Pure look-up; retryable;
   * heartbeat 5 s.
   */
  @ActivityMethod
  void awaitAnswers(AwaitAnswers request);

  /**
   * Computes all metrics, writes the report's files and publishes the report. Idempotent by
   * (experiment, document hash, checksums of the arms). Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  ReportReceipt analyse(AnalyseExperiment request);
}
