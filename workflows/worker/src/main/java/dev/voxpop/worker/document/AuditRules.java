package dev.voxpop.worker.document;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.VariedFactor;
import dev.voxpop.contracts.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Rules of an audit, which a schema cannot say. */
final class AuditRules {

  /** What stands between the id of an arm and the number of a cell. */
  private static final String CELL = "-audit-";

  private static final int LONGEST_ID = 63;
  private static final int LONGEST_ARM = LONGEST_ID - (CELL + "00").length();
  private static final String FACTORS = "/audit/factors";

  private final ExperimentDocument document;
  private final AuditChoice audit;
  private final List<Problem> problems = new ArrayList<>();

  private AuditRules(ExperimentDocument document, AuditChoice audit) {
    this.document = document;
    this.audit = audit;
  }

  /** Everything in the document's audit that contradicts the document or itself. */
  static List<Problem> problems(ExperimentDocument document) {
    AuditChoice audit = document.audit();
    if (audit == null) {
      return List.of();
    }
    AuditRules rules = new AuditRules(document, audit);
    if (!audit.arm().isEmpty()) {
      rules.arm();
    }
    audit.factors().forEach(rules::levels);
    rules.cells();
    return List.copyOf(rules.problems);
  }

  /** Whether somebody asks for other wordings. */
  static boolean isWording(String pointer, String field) {
    return pointer.equals(FACTORS)
        && Set.of("paraphrase", "paraphrases", "wording", "wordings").contains(field);
  }

  /** The answer to somebody who asks for other wordings. */
  static Problem wording(String place, String field) {
    return new Problem(
        place,
        "\"" + field + "\" cannot be varied: a wave has one wording for each question",
        "leave it out, or bring the other wording as a wave of its own");
  }

  private void arm() {
    List<String> arms = arms();
    if (!arms.contains(audit.arm())) {
      add(
          "/audit/arm",
          "there is no arm \"" + Found.cut(audit.arm()) + "\" in this document",
          Suggestion.advice(audit.arm(), arms));
    } else if (audit.arm().length() > LONGEST_ARM) {
      add(
          "/audit/arm",
          "the cells of an audit are named after the arm, and \""
              + Found.cut(audit.arm())
              + "\" is too long for that",
          "give the arm an id of at most " + LONGEST_ARM + " characters");
    }
    for (int i = 0; i < document.arms().size(); i++) {
      String id = document.arms().get(i).id();
      if (id.startsWith(audit.arm() + CELL)) {
        add(
            "/arms/" + i + "/id",
            "the id \"" + id + "\" may be that of a cell of the audit",
            "give the arm another id");
      }
    }
  }

  /** Ids of the arms; of those that a silent document has, when it declares none. */
  private List<String> arms() {
    if (!document.arms().isEmpty()) {
      return document.arms().stream().map(ArmChoice::id).toList();
    }
    return document.pools().isEmpty() && document.matchings().isEmpty()
        ? List.of("baseline-bio", "greedy-bio")
        : List.of("baseline-bio");
  }

  private void levels(VariedFactor varied) {
    String pointer = FACTORS + "/" + varied.factor().key();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < varied.levels().size(); i++) {
      String level = varied.levels().get(i);
      if (!seen.add(level)) {
        add(
            pointer + "/" + i,
            "the level " + Found.cut(level) + " is there already",
            "leave it out, or use another");
      }
    }
  }

  private void cells() {
    Integer cells = audit.cells();
    long combinations = audit.combinations();
    int least = 1;
    for (VariedFactor varied : audit.factors()) {
      least += varied.levels().size() - 1;
    }
    if (cells == null || audit.factors().isEmpty()) {
      return;
    }
    if (cells > combinations) {
      add(
          "/audit/cells",
          cells + " cells are more than the " + combinations + " combinations of levels",
          "leave \"cells\" out, or use at most " + combinations);
    } else if (cells < least) {
      add(
          "/audit/cells",
          cells + " cells are too few to tell these factors apart",
          "use at least " + least + ", or fewer levels");
    }
  }

  private void add(String pointer, String detail, String suggestion) {
    problems.add(new Problem(pointer, detail, suggestion));
  }
}
