package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.reading.ChoiceQuestion;
import dev.voxpop.simulator.reading.MarkStyle;
import dev.voxpop.simulator.reading.Task.Opening;
import java.util.List;

/** Words for an answer in each manner. */
final class AnswerPhrases {
  private static final List<String> SAYING =
      List.of(
          "I think it's %s.",
          "I would say %s.", "Probably %s.", "For me it is %s.", "I'd go with %s.");
  private static final List<String> AROUND =
      List.of(
          "I would choose %s, given what I have been through.",
          "My answer is %s. That fits how I live.",
          "%s, because that is how I see it.",
          "Thinking about my own life, I would pick %s.");
  private static final List<String> REFUSING =
      List.of("I'd rather not say.", "I prefer not to answer that.", "No comment.");
  private static final List<String> UNSURE =
      List.of("I'm not sure.", "I don't know.", "Hard to say.");

  private AnswerPhrases() {}

  /** The words, without leading space. */
  static String say(ChoiceQuestion question, int place, Manner manner, Dice dice) {
    String mark = question.style().mark(place);
    String option = question.options().get(place);
    return switch (manner) {
      case MARK -> mark;
      case SYMBOL -> question.style().symbol(place);
      case MARK_AND_TEXT -> mark + " " + option;
      case SENTENCE -> dice.pick(SAYING).formatted(uncapitalised(option));
      case TALKATIVE -> dice.pick(AROUND).formatted(spoken(question.style(), place));
      case NEXT_QUESTION -> mark + nextQuestion(question.style());
      case RAMBLING -> Rambling.sentences(dice, 2);
      case REFUSAL -> dice.pick(REFUSING);
      case UNSURE -> dice.pick(UNSURE);
      case UNKNOWN_MARK -> question.style().mark(question.options().size() + 2);
    };
  }

  private static String spoken(MarkStyle style, int place) {
    return style.open().isEmpty() ? "(" + style.symbol(place) + ")" : style.mark(place);
  }

  private static String nextQuestion(MarkStyle style) {
    return "\n\nQuestion: And what about your neighbors?\n%s A lot\n%s Not much"
        .formatted(style.mark(0), style.mark(1));
  }

  /** The words as they follow what stands before them. */
  static String continued(String words, ChoiceQuestion question, Opening opening, String lead) {
    String open = question.style().open();
    if (opening == Opening.BRACKET) {
      return words.startsWith(open) ? words.substring(open.length()) : words;
    }
    return lead + words;
  }

  private static String uncapitalised(String text) {
    boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
