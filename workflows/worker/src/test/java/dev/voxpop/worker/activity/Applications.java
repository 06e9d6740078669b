package dev.voxpop.worker.activity;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.AdmissionRequest;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.Spending;
import dev.voxpop.contracts.run.Submission;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.plan.Admittance;
import dev.voxpop.worker.workflow.FakeMatchings;
import dev.voxpop.worker.workflow.FakeSurveys;
import dev.voxpop.worker.workflow.Script;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Valid documents that ask to be claimed. */
final class Applications {

  private Applications() {}

  /** A document of one arm, asked for by a run. */
  static String document(String id, String arm, int repeats) {
    return """
        {"apiVersion": "v1", "id": "%s", "survey": {"wave": "harbour-city-2026", "repeats": %d},
         "arms": [{"id": "%s", "baseline": "bio"}], "budget": {"calls": 1000}}
        """
        .formatted(id, repeats, arm);
  }

  static Application of(String document, String workflowId, String runId) {
    return of(document, workflowId, runId, Map.of());
  }

  static Application of(
      String document, String workflowId, String runId, Map<String, Allowance> spent) {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    Submission submission =
        new Submission(
            workflowId, runId, Base64.getEncoder().encodeToString(bytes), bytes.length, false);
    Reading reading = DocumentReader.read(submission);
    ExperimentDocument read = Objects.requireNonNull(reading.document());
    Script script = new Script();
    CheckRequest check = new CheckRequest(read);
    List<CheckReport> reports =
        List.of(new FakeSurveys(script).check(check), new FakeMatchings(script).check(check));
    Admittance judged = Admittance.of(read, reading.problems(), reports);
    return new Application(
        new AdmissionRequest(submission, reports, List.of(new Spending(spent))),
        bytes,
        read,
        Objects.requireNonNull(judged.settled()),
        Objects.requireNonNull(judged.plan()),
        true);
  }
}
