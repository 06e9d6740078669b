package dev.voxpop.instrument.file;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The search for what a misspelt name may have meant. */
final class Similar {
  private static final LevenshteinDistance EDITS = LevenshteinDistance.getDefaultInstance();

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

  /** Edits between two names, in any case. */
  private static int distance(String a, String b) {
    return EDITS.apply(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
  }
}
