package dev.voxpop.matching.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The names that look most like a given one, by Levenshtein distance without regard to case. */
final class ClosestNames {

  private static final int SHOWN = 3;

  private ClosestNames() {}

  static List<String> to(String name, List<String> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingInt(candidate -> distance(fold(name), fold(candidate))))
        .limit(SHOWN)
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
