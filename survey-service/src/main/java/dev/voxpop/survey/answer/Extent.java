package dev.voxpop.survey.answer;

import java.util.List;

/**
 * The part of a raw text that is the answer: behind a leading block of thought and before the first
 * stop string that follows any text.
 *
 * @param from index of the first character
 * @param to index behind the last character
 * @param stop whether a stop string ended it
 */
record Extent(int from, int to, Stop stop) {
  private static final String THOUGHT = "<think";
  private static final String THOUGHT_END = "</think";

  /** Whether a stop string was found. */
  enum Stop {
    FOUND,
    MISSING
  }

  /** The answer's extent in a raw text. */
  static Extent of(String raw, List<String> stops) {
    int from = afterThought(raw);
    int text = skipBlank(raw, from);
    int to = raw.length();
    Stop stop = Stop.MISSING;
    for (String candidate : stops) {
      int at = candidate.isEmpty() ? -1 : raw.indexOf(candidate, text + 1);
      if (at >= 0 && at < to) {
        to = at;
      }
      stop = at >= 0 ? Stop.FOUND : stop;
    }
    return new Extent(from, Math.max(from, to), stop);
  }

  // a chat template may hold the opening tag, so that the reply has only the closing one
  private static int afterThought(String raw) {
    if (raw.indexOf('<') < 0) {
      return 0;
    }
    int end = raw.indexOf(THOUGHT_END);
    if (end >= 0) {
      int close = raw.indexOf('>', end);
      return close < 0 ? raw.length() : close + 1;
    }
    return raw.startsWith(THOUGHT, skipBlank(raw, 0)) ? raw.length() : 0;
  }

  private static int skipBlank(String raw, int from) {
    int i = from;
    while (i < raw.length() && Character.isWhitespace(raw.charAt(i))) {
      i++;
    }
    return i;
  }
}
