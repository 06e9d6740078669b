package dev.voxpop.instrument.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The search for what a misspelt name may have meant. */
final class Similar {
  private Similar() {}

  /** A line of advice: the closest known name, or all of them. */
  static String maybe(String word, Collection<String> known) {
    return closest(word, known)
        .map(name -> "Maybe you meant " + name + ".")
        .orElse("Maybe one of " + String.join(", ", known) + ".");
  }

  private static Optional<String> closest(String word, Collection<String> known) {
    int tolerance = Math.max(2, word.length() / 3);
    return known.stream()
        .filter(name -> distance(word, name) <= tolerance)
        .min(Comparator.comparingInt(name -> distance(word, name)));
  }

  /** Levenshtein distance, any case. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (same(a.charAt(i - 1), b.charAt(j - 1)) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }

  private static boolean same(char a, char b) {
    return Character.toLowerCase(a) == Character.toLowerCase(b);
  }
}
