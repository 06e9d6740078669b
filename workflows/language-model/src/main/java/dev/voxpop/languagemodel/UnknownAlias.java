package dev.voxpop.languagemodel;

import dev.voxpop.contracts.problem.Problem;
import java.util.Comparator;
import java.util.SortedSet;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The words for an alias that nobody configured. */
final class UnknownAlias {

  private static final int MOST_SHOWN = 64;
  private static final int FARTHEST = 2;

  /** Edits between two names; −1 when they are more than allowed. */
  private static final LevenshteinDistance EDITS = new LevenshteinDistance(FARTHEST);

  private UnknownAlias() {}

  static Problem problem(String pointer, String alias, SortedSet<String> known) {
    String shown = SafeText.head(SafeText.clean(alias), MOST_SHOWN);
    String detail =
        "There is no model \"" + shown + "\"; configured: " + String.join(", ", known) + ".";
    String advice =
        known.stream()
            .filter(name -> EDITS.apply(name, alias) >= 0)
            .min(Comparator.comparingInt((String name) -> EDITS.apply(name, alias)))
            .map(name -> "you meant \"" + name + "\".")
            .orElse("add voxpop.model." + shown + ".base-url to the configuration.");
    return new Problem(pointer, detail, advice);
  }
}
