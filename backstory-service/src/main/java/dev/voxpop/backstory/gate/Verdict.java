package dev.voxpop.backstory.gate;

import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a judge says of a candidate. */
public enum Verdict {
  YES,
  NO,
  /** No verdict, or two different ones. */
  UNREADABLE;

  private static final Pattern WORD =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}])(yes|no)(?![\\p{L}\\p{N}])");

  /** Reads the one yes or no on the last line that is not blank. */
  public static Verdict read(String reply) {
    String last = reply.lines().filter(line -> !line.isBlank()).reduce("", (a, b) -> b);
    List<String> words =
        WORD.matcher(last)
            .results()
            .map(MatchResult::group)
            .map(word -> word.toLowerCase(Locale.ROOT))
            .distinct()
            .toList();
    if (words.size() != 1) {
      return UNREADABLE;
    }
    return words.getFirst().equals("yes") ? YES : NO;
  }
}
