package dev.voxpop.instrument.format;

import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.instrument.item.Item;
import java.util.Objects;
import java.util.Optional;

/**
 * How questions look: symbols, brackets, role words and the way to the model.
 *
 * <p>Option lines, the answer-forcing line, the cue, stop strings and the reading of answers all
 * follow from this one value.
 */
public record PromptFormat(Symbol symbol, Bracket bracket, Roles roles, Mode mode) {
  /** Number of letters. */
  private static final int LETTERS = 26;

  public PromptFormat {
    Objects.requireNonNull(symbol);
    Objects.requireNonNull(bracket);
    if (roles == Roles.NONE && mode == Mode.COMPLETION) {
      throw new IllegalArgumentException(
          "Roles none with mode completion leave no cue to continue from."
              + "\nMaybe use roles question-answer, or mode chat.");
    }
  }

  /** The format that an experiment names. */
  public static PromptFormat of(dev.voxpop.contracts.experiment.PromptFormat named) {
    return new PromptFormat(named.symbol(), named.bracket(), named.roles(), named.mode());
  }

  /** Upper-case letters in round brackets, question and answer, completion. */
  public static PromptFormat standard() {
    return new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.QUESTION_ANSWER, Mode.COMPLETION);
  }

  /** Upper-case letters in round brackets, no role words, one message per question. */
  public static PromptFormat chat() {
    return new PromptFormat(Symbol.UPPER, Bracket.ROUND, Roles.NONE, Mode.CHAT_MULTI_TURN);
  }

  /** The bare symbol of a displayed position, for example {@code A}. */
  public String symbolAt(int position) {
    return switch (symbol) {
      case UPPER -> Character.toString('A' + letter(position));
      case LOWER -> Character.toString('a' + letter(position));
      case NUMBER -> Integer.toString(position + 1);
    };
  }

  /** The symbol of a displayed position with its bracket, for example {@code (A)}. */
  public String markAt(int position) {
    String bare = symbolAt(position);
    return switch (bracket) {
      case ROUND -> "(" + bare + ")";
      case SQUARE -> "[" + bare + "]";
      case DOT -> bare + ".";
      case PLAIN -> bare;
    };
  }

  /** The opening bracket, or nothing. */
  public String opening() {
    return switch (bracket) {
      case ROUND -> "(";
      case SQUARE -> "[";
      case DOT, PLAIN -> "";
    };
  }

  /** Why an item cannot be shown in this format, or empty when it can. */
  public Optional<String> objectionTo(Item item) {
    if (item.size() > LETTERS && symbol != Symbol.NUMBER) {
      return Optional.of(
          "%s shows %d options and there are %d letters.\nMaybe use number symbols."
              .formatted(item.id(), item.size(), LETTERS));
    }
    if (item.quantity().isPresent() && symbol == Symbol.NUMBER && bracket == Bracket.PLAIN) {
      return Optional.of(
          "%s is numeric: a plain number would be a symbol and an amount at once."
                  .formatted(item.id())
              + "\nMaybe use round brackets or letters.");
    }
    return Optional.empty();
  }

  private static int letter(int position) {
    if (position < 0 || position >= LETTERS) {
      throw new IllegalArgumentException(
          "There is no letter for position %d.\nMaybe use number symbols.".formatted(position));
    }
    return position;
  }
}
