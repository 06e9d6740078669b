package dev.voxpop.backstory.importing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the form {@code <word>: …} blank line {@code <word>: …}: the role words are the text's
 * own, whatever other texts of the same file use.
 */
public record QuestionAndAnswer(String asker, String question, String answerer, String answer) {

  private static final String WORD = "\\p{L}[\\p{L}\\p{N}_'’-]*";
  private static final Pattern FORM =
      Pattern.compile(
          "\\A(" + WORD + "):[ \\t]*(\\S.*?)\\R[ \\t]*\\R\\s*(" + WORD + "):(.*)\\z",
          Pattern.DOTALL);

  /** The parts of a text; empty when it has another form. */
  public static Optional<QuestionAndAnswer> of(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new QuestionAndAnswer(
                matcher.group(1),
                matcher.group(2).strip(),
                matcher.group(3),
                matcher.group(4).strip()))
        : Optional.empty();
  }
}
