package dev.voxpop.matching.sample;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The names that look most like a given one, by Levenshtein distance without regard to case. */
final class ClosestNames {

  private static final int SHOWN = 3;
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private ClosestNames() {}

  static List<String> to(String name, List<String> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingInt(candidate -> EDITS.apply(fold(name), fold(candidate))))
        .limit(SHOWN)
        .toList();
  }

  private static String fold(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
