package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.AdmissionRequest;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.Submission;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Async;
import io.temporal.workflow.CompletablePromise;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way in: a document is read, judged by every owner at once, and admitted or refused. */
final class Door {

  private Door() {}

  /** Admits a submission, or fails with every problem it has. */
  static Admission admit(Submission submission) {
    Reading reading = Stages.experiments("read the document").read(submission);
    List<CheckReport> reports = List.of();
    List<Spending> spending = List.of();
    if (reading.document() != null) {
      CheckRequest request = new CheckRequest(reading.document());
      List<Promise<CheckReport>> checks = ask(request);
      List<Promise<Spending>> spent = spendingOf(reading.document().id());
      Promise.allOf(checks).get();
      Promise.allOf(spent).get();
      reports = checks.stream().map(Promise::get).toList();
      spending = spent.stream().map(Promise::get).toList();
    }
    return claim(new AdmissionRequest(submission, reports, spending));
  }

  /**
   * A claim that has begun is waited for even when the run is cancelled: somebody must close it.
   */
  private static Admission claim(AdmissionRequest request) {
    CompletablePromise<Admission> claim = Workflow.newPromise();
    Workflow.newDetachedCancellationScope(
            () -> claim.completeFrom(Async.function(Stages.experiments("admit")::admit, request)))
        .run();
    return claim.get();
  }

  private static List<Promise<CheckReport>> ask(CheckRequest request) {
    return List.of(
        Async.function(Stages.surveyMoment("check wave, traits, models")::check, request),
        Async.function(Stages.backstoryMoment("check pools, models")::check, request),
        Async.function(Stages.matchingMoment("check sample, matchings")::check, request),
        Async.function(Stages.analysisMoment("check groupings")::check, request));
  }

  private static List<Promise<Spending>> spendingOf(String experiment) {
    return List.of(
        Async.function(Stages.surveyMoment("earlier spending")::spending, experiment),
        Async.function(Stages.backstoryMoment("earlier spending")::spending, experiment));
  }

  /** What arrived, cut to the largest document that is read. */
  static Submission submission(@Nullable RawValue document, @Nullable RawValue surplus) {
    WorkflowInfo info = Workflow.getInfo();
    byte[] bytes = document == null ? new byte[0] : bytes(document.getPayload());
    byte[] kept = bytes.length <= Submission.MAX_BYTES ? bytes : new byte[0];
    return new Submission(
        info.getWorkflowId(),
        info.getRunId(),
        Base64.getEncoder().encodeToString(kept),
        bytes.length,
        surplus != null);
  }

  private static byte[] bytes(Payload payload) {
    return payload.getData().toByteArray();
  }
}
