package dev.voxpop.survey.interview;

import java.util.List;

/** The part of a reply that counts as said: up to the first stop string after some text. */
final class SaidText {
  private SaidText() {}

  static String of(String raw, List<String> stops) {
    String text = raw.stripLeading();
    int end = text.length();
    for (String stop : stops) {
      int at = text.indexOf(stop);
      if (at > 0 && at < end) {
        end = at;
      }
    }
    return text.substring(0, end).stripTrailing();
  }
}
