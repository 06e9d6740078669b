package dev.voxpop.survey.interview;

import dev.voxpop.instrument.format.BlockWriter;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.survey.answer.AnswerParser;
import dev.voxpop.survey.answer.AnswerScale;
import dev.voxpop.survey.answer.Display;
import dev.voxpop.survey.answer.ParsedAnswer;
import dev.voxpop.survey.answer.RawAnswer;

/** The shipped rules for reading answers to choice questions. */
public final class OptionReaders implements AnswerReaders {
  private OptionReaders() {}

  /** The rules for answers in English. */
  public static OptionReaders english() {
    return new OptionReaders();
  }

  @Override
  public AnswerReader of(Item item, BlockWriter blocks) {
    AnswerScale scale = AnswerScale.of(item);
    return (answer, order) ->
        finding(item, AnswerParser.parse(raw(answer), scale, Display.of(order, blocks)));
  }

  @Override
  public String version() {
    return AnswerParser.PARSER_VERSION;
  }

  private static RawAnswer raw(Reply.Choice answer) {
    return new RawAnswer(answer.text(), answer.finish());
  }

  private static Finding finding(Item item, ParsedAnswer answer) {
    String reason = answer.reason().orElse(null);
    Integer option = answer.shown().map(ParsedAnswer.Shown::option).orElse(null);
    return answer instanceof ParsedAnswer.Choice choice
        ? new Finding(answer.state(), reason, option, item.option(choice.option()).key())
        : new Finding(answer.state(), reason, option, null);
  }
}
