package dev.voxpop.worker.document;

import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.problem.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rules across the fields of a document, which a schema cannot say. */
final class DocumentRules {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  private final ExperimentDocument document;
  private final List<Problem> problems = new ArrayList<>();

  private DocumentRules(ExperimentDocument document) {
    this.document = document;
  }

  /** Everything in the document that contradicts itself. */
  static List<Problem> problems(ExperimentDocument document) {
    DocumentRules rules = new DocumentRules(document);
    rules.id();
    rules.format("/format", document.format());
    document.matchings().forEach(rules::matching);
    rules.arms();
    rules.weights();
    rules.groupings();
    rules.problems.addAll(AuditRules.problems(document));
    return List.copyOf(rules.problems);
  }

  private void id() {
    if (!ID.matcher(document.id()).matches()) {
      add(
          "/id",
          "the id \""
              + Found.cut(document.id())
              + "\" (the workflow id, when the document has none)"
              + " does not have the allowed form",
          "use lower-case letters, digits and hyphens, at most 63 of them");
    }
  }

  private void matching(String name, MatchingChoice matching) {
    String pointer = "/matchings/" + name;
    if (document.pools().isEmpty()) {
      if (!matching.pool().equals("natural")) {
        unknown(pointer + "/pool", "pool", matching.pool(), List.of("natural"));
      }
      return;
    }
    PoolChoice pool = document.pools().get(matching.pool());
    if (pool == null) {
      unknown(pointer + "/pool", "pool", matching.pool(), document.pools().keySet());
    } else if (pool.prime() != null) {
      add(
          pointer + "/pool",
          "the pool \""
              + matching.pool()
              + "\" is primed: its stories belong to respondents already",
          "use it in an arm as \"stories\"");
    }
  }

  private void arms() {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < document.arms().size(); i++) {
      ArmChoice arm = document.arms().get(i);
      String pointer = "/arms/" + i;
      if (!arm.id().isEmpty() && !seen.add(arm.id())) {
        add(pointer + "/id", "the id \"" + arm.id() + "\" is used twice", "give each arm its own");
      }
      references(pointer, arm);
      append(pointer, arm);
      weights(pointer, arm);
      format(pointer + "/format", arm.format());
    }
  }

  private void groupings() {
    Set<String> seen = new HashSet<>();
    List<String> names = document.analysis().groupings();
    for (int i = 0; i < names.size(); i++) {
      if (!names.get(i).isEmpty() && !seen.add(names.get(i))) {
        add(
            "/analysis/groupings/" + i,
            "the grouping \"" + Found.cut(names.get(i)) + "\" is there twice",
            "leave one out, or give it another id");
      }
    }
  }

  private void references(String pointer, ArmChoice arm) {
    if (arm.stories() != null && !poolNames().contains(arm.stories())) {
      unknown(pointer + "/stories", "pool", arm.stories(), poolNames());
    }
    if (arm.matching() != null && !matchingNames().contains(arm.matching())) {
      unknown(pointer + "/matching", "matching", arm.matching(), matchingNames());
    }
  }

  private void append(String pointer, ArmChoice arm) {
    if (arm.append() == TextStyle.NONE) {
      return;
    }
    PoolChoice pool = arm.stories() == null ? null : document.pools().get(arm.stories());
    if (arm.baseline() != null) {
      add(pointer + "/append", "a baseline has no story to append to", "remove \"append\"");
    } else if (arm.stories() != null && (pool == null || pool.prime() == null)) {
      add(
          pointer + "/append",
          "the stories of \""
              + arm.stories()
              + "\" belong to no respondent whose traits could follow",
          "use a matching instead of \"stories\"");
    }
  }

  private void weights(String pointer, ArmChoice arm) {
    if (arm.weights() == PersonaWeights.RAKED && arm.baseline() != null) {
      add(
          pointer + "/weights",
          "a baseline has no personas with traits of their own, so there is nothing to rake",
          "use \"none\", or give the arm \"stories\" or a \"matching\"");
    }
  }

  /** Weights of the whole document need an arm that they can weigh. */
  private void weights() {
    List<ArmChoice> arms = document.arms();
    boolean stories =
        arms.isEmpty()
            ? document.pools().isEmpty() && document.matchings().isEmpty()
            : arms.stream().anyMatch(arm -> arm.baseline() == null);
    if (document.analysis().weights() == PersonaWeights.RAKED && !stories) {
      add(
          "/analysis/weights",
          "no arm has personas that could be raked",
          "add an arm with \"stories\" or a \"matching\", or use \"none\"");
    }
  }

  private void format(String pointer, @Nullable PromptFormat format) {
    if (format != null && format.roles() == Roles.NONE && format.mode() == Mode.COMPLETION) {
      add(
          pointer + "/roles",
          "without roles a growing text has no cue to answer at",
          "use \"question-answer\", or a chat mode");
    }
  }

  private Collection<String> poolNames() {
    return document.pools().isEmpty() ? List.of("natural") : document.pools().keySet();
  }

  private Collection<String> matchingNames() {
    Map<String, MatchingChoice> matchings = document.matchings();
    return matchings.isEmpty() ? List.of("greedy") : matchings.keySet();
  }

  private void unknown(String pointer, String kind, String name, Collection<String> allowed) {
    add(
        pointer,
        "there is no " + kind + " \"" + Found.cut(name) + "\" in this document",
        Suggestion.advice(name, allowed));
  }

  private void add(String pointer, String detail, String suggestion) {
    problems.add(new Problem(pointer, detail, suggestion));
  }
}
