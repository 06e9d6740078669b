package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.AdmissionRequest;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.worker.plan.Settled;
import java.util.Map;
import java.util.TreeMap;

/** A valid document that asks to be claimed for a run. */
final class Application {

  private final AdmissionRequest request;
  private final byte[] bytes;
  private final ExperimentDocument document;
  private final Settled settled;
  private final Plan plan;
  private final boolean simulated;

  Application(
      AdmissionRequest request,
      byte[] bytes,
      ExperimentDocument document,
      Settled settled,
      Plan plan,
      boolean simulated) {
    this.request = request;
    this.bytes = bytes.clone();
    this.document = document;
    this.settled = settled;
    this.plan = plan;
    this.simulated = simulated;
  }

  String workflowId() {
    return request.submission().workflowId();
  }

  String runId() {
    return request.submission().runId();
  }

  byte[] bytes() {
    return bytes.clone();
  }

  ExperimentDocument document() {
    return document;
  }

  Settled settled() {
    return settled;
  }

  Plan plan() {
    return plan;
  }

  boolean simulated() {
    return simulated;
  }

  /** What the stages' rows say was spent before, by workflow path. */
  Map<String, Allowance> spent() {
    Map<String, Allowance> spent = new TreeMap<>();
    for (Spending spending : request.spending()) {
      spending.settled().forEach((path, sum) -> spent.merge(path, sum, Allowance::plus));
    }
    return spent;
  }

  /** Whether an arm of this name has bought anything. */
  boolean hasBought(String arm) {
    return spent().entrySet().stream()
        .anyMatch(path -> path.getKey().endsWith("/arm/" + arm) && path.getValue().calls() > 0);
  }
}
