package dev.voxpop.backstory.slot;

import java.util.regex.Pattern;

/** The pattern that an answer to the preamble must hold. */
public final class AcceptedWord {

  private final Pattern pattern;

  private AcceptedWord(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Answers that match this regular expression somewhere, in any case. */
  public static AcceptedWord of(String regex) {
    return new AcceptedWord(
        Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS));
  }

  boolean isIn(String answer) {
    return pattern.matcher(answer).find();
  }
}
