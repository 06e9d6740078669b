package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.file.Shipped;
import dev.voxpop.instrument.format.PromptFormat;
import dev.voxpop.instrument.item.DisplayOrder;
import dev.voxpop.instrument.item.Item;
import dev.voxpop.instrument.item.ItemOption;
import dev.voxpop.instrument.item.Permutations;
import dev.voxpop.instrument.trait.Traits;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Scales, formats and short forms of reading that the tests share. */
final class Scales {
  static final Traits TRAITS = Shipped.traits();
  static final PromptFormat STANDARD = PromptFormat.standard();
  static final AnswerScale LIKELY =
      of("likely", "Very likely", "Fairly likely", "Not too likely", "Not at all likely");

  private Scales() {}

  /** A scale of plain texts, codes from 1. */
  static AnswerScale of(String id, String... texts) {
    return AnswerScale.of(item(id, texts));
  }

  static Item item(String id, String... texts) {
    List<ItemOption> options =
        IntStream.range(0, texts.length)
            .mapToObj(i -> ItemOption.substantive(Integer.toString(i + 1), texts[i], List.of()))
            .toList();
    return Item.of(id, "How?", options, Permutations.reversible());
  }

  static AnswerScale trait(String id) {
    return AnswerScale.of(TRAITS.require(id).item());
  }

  static PromptFormat format(Symbol symbol, Bracket bracket) {
    return new PromptFormat(symbol, bracket, Roles.QUESTION_ANSWER, Mode.COMPLETION);
  }

  /** All twelve ways to mark options. */
  static List<PromptFormat> formats() {
    List<PromptFormat> formats = new ArrayList<>();
    for (Symbol symbol : Symbol.values()) {
      for (Bracket bracket : Bracket.values()) {
        formats.add(format(symbol, bracket));
      }
    }
    return formats;
  }

  static ParsedAnswer read(String text, AnswerScale scale) {
    return read(text, scale, DisplayOrder.identity(scale.size()));
  }

  static ParsedAnswer read(String text, AnswerScale scale, DisplayOrder order) {
    return AnswerParser.parse(RawAnswer.complete(text), scale, Display.unbounded(order, STANDARD));
  }

  static ParsedAnswer read(String text, AnswerScale scale, PromptFormat format) {
    return AnswerParser.parse(
        RawAnswer.complete(text),
        scale,
        Display.unbounded(DisplayOrder.identity(scale.size()), format));
  }

  /** A short form: the option's index, or state and reason. */
  static String brief(ParsedAnswer answer) {
    return answer instanceof ParsedAnswer.Choice choice
        ? Integer.toString(choice.option())
        : answer.state().wireName() + answer.reason().map(reason -> " " + reason).orElse("");
  }

  static String brief(String text, AnswerScale scale) {
    return brief(read(text, scale));
  }
}
