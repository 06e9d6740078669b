package dev.voxpop.languagemodel;

import dev.voxpop.contracts.problem.Problem;
import java.util.Comparator;
import java.util.SortedSet;

/** The words for an alias that nobody configured. */
final class UnknownAlias {

  private static final int MOST_SHOWN = 64;

  private UnknownAlias() {}

  static Problem problem(String pointer, String alias, SortedSet<String> known) {
    String shown = SafeText.head(SafeText.clean(alias), MOST_SHOWN);
    String detail =
        "There is no model \"" + shown + "\"; configured: " + String.join(", ", known) + ".";
    String advice =
        known.stream()
            .filter(name -> distance(name, alias) <= 2)
            .min(Comparator.comparingInt((String name) -> distance(name, alias)))
            .map(name -> "you meant \"" + name + "\".")
            .orElse("add voxpop.model." + shown + ".base-url to the configuration.");
    return new Problem(pointer, detail, advice);
  }

  /** Levenshtein distance in O(|a|·|b|) steps; lengths that differ by more than two end early. */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 2) {
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int swap = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(swap, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
