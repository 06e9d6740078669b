package dev.voxpop.survey.activity;

import java.util.Collection;
import java.util.Comparator;

/** The advice after a misspelt name: the nearest known name, or all of them. */
final class Nearest {
  private static final int FARTHEST = 2;

  private Nearest() {}

  static String of(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> distance(name, word) <= FARTHEST)
        .min(Comparator.comparingInt((String name) -> distance(name, word)))
        .map(name -> "you meant \"" + name + "\".")
        .orElse("it is one of " + String.join(", ", known) + ".");
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
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
