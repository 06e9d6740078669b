package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditFactor;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Rules of an audit that need to know what its arm asks. */
final class AuditAdmissibility {

  private static final String QUESTION_ORDER = "/audit/factors/questionOrder";

  private AuditAdmissibility() {}

  /** What stands against the audit of a document. */
  static List<Problem> problems(ExperimentDocument document, Settled settled) {
    AuditChoice audit = document.audit();
    if (audit == null) {
      return List.of();
    }
    if (settled.audit() == null) {
      return List.of(
          new Problem(
              "/audit",
              "the analysis stage gave no design for this audit",
              "it is of an older release; update it, or leave the audit out"));
    }
    boolean ordered =
        audit.factors().stream().anyMatch(f -> f.factor() == AuditFactor.QUESTION_ORDER);
    Optional<SurveySpec> survey =
        settled.arms().stream()
            .filter(arm -> arm.arm().equals(audit.arm()))
            .findFirst()
            .map(ArmSpec::survey);
    return survey.filter(asked -> ordered).flatMap(AuditAdmissibility::meaningless).stream()
        .toList();
  }

  /** The order of questions means nothing to a persona that does not see its earlier answers. */
  private static Optional<Problem> meaningless(SurveySpec survey) {
    if (!survey.inSeries()) {
      return Optional.of(
          new Problem(
              QUESTION_ORDER,
              "the arm asks every question by itself, so their order changes nothing",
              "leave \"questionOrder\" out, or ask in series"));
    }
    return survey.questions().size() < 2
        ? Optional.of(
            new Problem(
                QUESTION_ORDER,
                "one question has no order",
                "leave \"questionOrder\" out, or ask more questions"))
        : Optional.empty();
  }
}
