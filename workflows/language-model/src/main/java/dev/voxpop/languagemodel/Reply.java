package dev.voxpop.languagemodel;

import java.time.Duration;
import java.util.List;

/**
 * What a model said.
 *
 * @param choices in the order of their index, at least one
 * @param model the model's name as the provider reports it; "" when it does not
 * @param latency from the first byte sent to the last byte read
 */
public record Reply(List<Choice> choices, Usage usage, String model, Duration latency) {

  /** Copies the choices. */
  public Reply {
    choices = List.copyOf(choices);
    if (choices.isEmpty()) {
      throw new IllegalArgumentException(
          "A reply without a choice.\nMaybe the envelope was read wrongly.");
    }
  }

  /** The first choice; the only one unless more were asked for. */
  public Choice first() {
    return choices.getFirst();
  }

  /**
   * One continuation or answer.
   *
   * @param text without NUL and unpaired surrogates; may be empty
   * @param tokens with their log-probabilities; empty unless asked for and given
   */
  public record Choice(String text, Finish finish, List<Token> tokens) {

    /** Copies the tokens. */
    public Choice {
      tokens = List.copyOf(tokens);
    }

    /** A choice without log-probabilities. */
    public static Choice of(String text, Finish finish) {
      return new Choice(text, finish, List.of());
    }
  }

  /** Why a choice ends. */
  public enum Finish {
    /** At a stop string or where the model wanted to end. */
    STOP,
    /** At the maximum output. */
    LENGTH,
    /** With the provider's own refusal text: data, not a failure. */
    REFUSAL,
    /** The provider's filter removed it; only beside choices that were not removed. */
    FILTERED,
    /** For a reason that the provider did not give or that is not known here. */
    OTHER
  }

  /**
   * One token of a choice.
   *
   * @param text may be empty or hold half a character as U+FFFD
   * @param logprob natural logarithm of the probability, ≤ 0
   * @param alternatives the likeliest tokens at this place, likeliest first; may be fewer than
   *     asked for and need not include the token itself
   */
  public record Token(String text, double logprob, List<Alternative> alternatives) {

    /** Copies the alternatives. */
    public Token {
      alternatives = List.copyOf(alternatives);
    }
  }

  /** A token that could have stood at a place: {@code logprob} is the natural logarithm. */
  public record Alternative(String text, double logprob) {}
}
