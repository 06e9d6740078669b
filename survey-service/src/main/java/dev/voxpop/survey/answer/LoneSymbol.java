package dev.voxpop.survey.answer;

import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.item.OptionRole;
import dev.voxpop.survey.answer.ParsedAnswer.Choice;
import dev.voxpop.survey.answer.ParsedAnswer.Refusal;
import dev.voxpop.survey.answer.ParsedAnswer.Shown;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The short way for the commonest answer: one displayed symbol and nothing else, such as {@code
 * (B)}, {@code B.} or {@code b}. It says what the long way would say, or nothing.
 */
final class LoneSymbol {
  private LoneSymbol() {}

  /** The reading of a lone displayed symbol, or null when the long way has to be taken. */
  static @Nullable ParsedAnswer read(
      String raw, Extent extent, AnswerScale scale, Display display) {
    Extent word = word(raw, extent);
    Symbol symbol = display.format().symbol();
    int position = position(raw, word.from(), word.to(), symbol);
    boolean amount = scale.isNumeric() && symbol == Symbol.NUMBER;
    boolean shown = position >= 0 && position < scale.size();
    return shown && !amount ? result(position, word, scale, display) : null;
  }

  // without the spaces around it, one bracket before it and one bracket, dot or colon behind it
  private static Extent word(String raw, Extent extent) {
    int from = extent.from();
    int to = extent.to();
    while (from < to && raw.charAt(from) == ' ') {
      from++;
    }
    while (from < to && raw.charAt(to - 1) == ' ') {
      to--;
    }
    if (from < to && isOpening(raw.charAt(from))) {
      from++;
    }
    if (from < to && isClosing(raw.charAt(to - 1))) {
      to--;
    }
    return new Extent(from, to, extent.stop());
  }

  private static ParsedAnswer result(
      int position, Extent word, AnswerScale scale, Display display) {
    int option = display.order().originalAt(position);
    Shown shown = new Shown(option, display.format().symbolAt(position));
    List<Evidence> evidence =
        List.of(new Evidence(Evidence.Kind.SYMBOL, option, word.from(), word.to()));
    return scale.role(option) == OptionRole.REFUSAL
        ? new Refusal(Refusal.How.OPTION, Optional.of(shown), evidence)
        : new Choice(shown, evidence);
  }

  private static int position(String raw, int from, int to, Symbol symbol) {
    int size = to - from;
    if (size != 1 && !(size == 2 && symbol == Symbol.NUMBER)) {
      return -1;
    }
    char first = raw.charAt(from);
    if (symbol != Symbol.NUMBER) {
      return CharClass.isLatin(first) ? Vocabulary.fold(first) - 'a' : -1;
    }
    char last = raw.charAt(to - 1);
    if (!CharClass.isDigit(first) || !CharClass.isDigit(last) || first == '0') {
      return -1;
    }
    return (size == 1 ? first - '0' : (first - '0') * 10 + last - '0') - 1;
  }

  private static boolean isOpening(char c) {
    return c == '(' || c == '[';
  }

  private static boolean isClosing(char c) {
    return c == ')' || c == ']' || c == '.' || c == ':';
  }
}
