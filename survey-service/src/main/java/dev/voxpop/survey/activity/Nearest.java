package dev.voxpop.survey.activity;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The advice after a misspelt name: the nearest known name, or all of them. */
final class Nearest {
  private static final int FARTHEST = 2;
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

  private Nearest() {}

  static String of(String word, Collection<String> known) {
    return known.stream()
        .filter(name -> EDITS.apply(name, word) <= FARTHEST)
        .min(Comparator.comparingInt((String name) -> EDITS.apply(name, word)))
        .map(name -> "you meant \"" + name + "\".")
        .orElse("it is one of " + String.join(", ", known) + ".");
  }
}
