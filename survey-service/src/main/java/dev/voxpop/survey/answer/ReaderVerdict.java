package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.languagemodel.Reply;
import java.util.Optional;

/**
 * What a reader model found in a story: the option of its last line, if that says exactly one.
 *
 * <p>"Not mentioned", a refusal, a reply that was cut short and anything unclear are all the same:
 * nothing was found.
 */
public final class ReaderVerdict {
  private ReaderVerdict() {}

  /** The option that the last line of a reply names; empty when nothing was found. */
  public static Optional<ParsedAnswer.Choice> read(
      RawAnswer reply, AnswerScale scale, Display display) {
    if (reply.finish() == Reply.Finish.LENGTH) {
      return Optional.empty();
    }
    ParsedAnswer answer =
        AnswerParser.parse(RawAnswer.complete(lastLine(reply.text())), scale, display);
    return answer instanceof ParsedAnswer.Choice choice
            && scale.role(choice.option()) == OptionRole.SUBSTANTIVE
        ? Optional.of(choice)
        : Optional.empty();
  }

  /** The last line that is not blank, or nothing. */
  static String lastLine(String text) {
    return text.lines().filter(line -> !line.isBlank()).reduce("", (first, second) -> second);
  }
}
