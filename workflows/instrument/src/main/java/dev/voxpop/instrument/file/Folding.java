package dev.voxpop.instrument.file;

import java.text.Normalizer;
import java.util.Locale;

/** The comparison of texts as an answer's reader sees them: no case, no punctuation. */
final class Folding {
  private Folding() {}

  /** Words in lower case, compatibility-normalised, joined by single spaces. */
  static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** Whether one folded text stands inside another one, at word boundaries. */
  static boolean contains(String outer, String inner) {
    return (" " + outer + " ").contains(" " + inner + " ");
  }
}
