package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Submission;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Reads a submission as far as it can be read, and names everything that is wrong with it. */
public final class DocumentReader {

  private DocumentReader() {}

  /** The reading of a submission; never throws on anything a sender may send. */
  public static Reading read(Submission submission) {
    if (submission.surplus()) {
      return refused(
          new Problem(
              "", "More than one payload was sent.", "send the document as the only input"));
    }
    if (submission.size() > Submission.MAX_BYTES) {
      return refused(
          new Problem(
              "",
              "The document has "
                  + submission.size()
                  + " bytes; allowed are "
                  + Submission.MAX_BYTES
                  + ".",
              "name data by their ids instead of pasting them in"));
    }
    return read(Base64.getDecoder().decode(submission.base64()), submission.workflowId());
  }

  /** The reading of a document's bytes; {@code id} names it when it does not name itself. */
  public static Reading read(byte[] bytes, String id) {
    try {
      JsonNode root = StrictJson.object(bytes);
      List<SchemaCheck.Finding> findings = SchemaCheck.findings(root);
      JsonNode rest =
          Repair.without(root, findings.stream().map(SchemaCheck.Finding::remove).toList());
      ExperimentDocument document = DocumentMapper.map(OriginalPreset.under(rest), id);
      return new Reading(document, merge(root, findings, DocumentRules.problems(document)));
    } catch (Refused e) {
      return refused(e.problem());
    }
  }

  /**
   * Problems of several owners in one ordered list: each place is cut to what the document really
   * holds, and what two owners say alike is said once.
   */
  public static List<Problem> order(byte[] bytes, List<Problem> problems) {
    try {
      JsonNode root = StrictJson.object(bytes);
      return problems.stream()
          .map(p -> new Problem(place(root, p.pointer()), p.detail(), p.suggestion()))
          .distinct()
          .sorted()
          .toList();
    } catch (Refused e) {
      return problems.stream().distinct().sorted().toList();
    }
  }

  private static List<Problem> merge(
      JsonNode root, List<SchemaCheck.Finding> findings, List<Problem> rules) {
    List<String> refused = findings.stream().map(SchemaCheck.Finding::remove).toList();
    List<Problem> merged =
        new ArrayList<>(findings.stream().map(SchemaCheck.Finding::problem).toList());
    Stream<Problem> others =
        rules.stream().filter(rule -> refused.stream().noneMatch(rule.pointer()::startsWith));
    others
        .map(p -> new Problem(place(root, p.pointer()), p.detail(), p.suggestion()))
        .forEach(merged::add);
    return merged.stream()
        .map(p -> new Problem(Pointers.shown(p.pointer()), p.detail(), p.suggestion()))
        .distinct()
        .sorted()
        .toList();
  }

  /** An unknown field keeps its place: it is in the document. A missing one is where it belongs. */
  private static String place(JsonNode root, String pointer) {
    return Pointers.existing(root, pointer);
  }

  private static Reading refused(Problem problem) {
    return new Reading(null, List.of(problem));
  }
}
