package dev.voxpop.survey.answer;

import dev.voxpop.contracts.event.AnswerState;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What was read from an answer. */
public sealed interface ParsedAnswer {

  /** How the answer counts. */
  default AnswerState state() {
    return switch (this) {
      case Choice ignored -> AnswerState.VALID;
      case Amount ignored -> AnswerState.VALID;
      case Text ignored -> AnswerState.VALID;
      case Refusal ignored -> AnswerState.REFUSED;
      case Unreadable(Unreadable.Why why, var ignored) when why == Unreadable.Why.TRUNCATED ->
          AnswerState.TRUNCATED;
      case Unreadable ignored -> AnswerState.UNREADABLE;
    };
  }

  /** Why there is no value, as it is stored; empty when there is one or the text was cut. */
  default Optional<String> reason() {
    return switch (this) {
      case Choice ignored -> Optional.empty();
      case Amount ignored -> Optional.empty();
      case Text ignored -> Optional.empty();
      case Refusal refusal -> Optional.of(refusal.how().wireName());
      case Unreadable(Unreadable.Why why, var ignored) ->
          why == Unreadable.Why.TRUNCATED ? Optional.empty() : Optional.of(why.wireName());
    };
  }

  /** The option that was read and how it was shown; empty without one. */
  default Optional<Shown> shown() {
    return switch (this) {
      case Choice choice -> Optional.of(choice.chosen());
      case Refusal refusal -> refusal.refusal();
      case Amount ignored -> Optional.empty();
      case Text ignored -> Optional.empty();
      case Unreadable ignored -> Optional.empty();
    };
  }

  /** The places that counted, in the order in which they were found; none for free words. */
  default List<Evidence> evidence() {
    return List.of();
  }

  /** The case's name in events. */
  default String kind() {
    return switch (this) {
      case Choice ignored -> "choice";
      case Amount ignored -> "amount";
      case Text ignored -> "text";
      case Refusal ignored -> "refusal";
      case Unreadable ignored -> "unreadable";
    };
  }

  /**
   * An option as it was displayed.
   *
   * @param option original index
   * @param symbol the bare symbol that stood before it
   */
  record Shown(int option, String symbol) {
    public Shown {
      Objects.requireNonNull(symbol);
    }
  }

  /** Exactly one option that is not a refusal; for reader questions also "not mentioned". */
  record Choice(Shown chosen, List<Evidence> evidence) implements ParsedAnswer {
    public Choice {
      Objects.requireNonNull(chosen);
      evidence = List.copyOf(evidence);
    }

    /** Original index of the option. */
    public int option() {
      return chosen.option();
    }
  }

  /** One number, of a question without options. */
  record Amount(BigDecimal value, List<Evidence> evidence) implements ParsedAnswer {
    public Amount {
      Objects.requireNonNull(value);
      evidence = List.copyOf(evidence);
    }
  }

  /** Free words, of a question without options. */
  record Text(String words) implements ParsedAnswer {
    public Text {
      Objects.requireNonNull(words);
    }
  }

  /**
   * The wish not to answer, or the want of an answer.
   *
   * @param refusal the refusal option; empty when a phrase said it
   */
  record Refusal(How how, Optional<Shown> refusal, List<Evidence> evidence)
      implements ParsedAnswer {
    public Refusal {
      Objects.requireNonNull(how);
      Objects.requireNonNull(refusal);
      evidence = List.copyOf(evidence);
    }

    /** What made it a refusal. */
    public enum How {
      /** The refusal option. */
      OPTION,
      /** A phrase that declines. */
      PHRASE,
      /** A phrase that says "don't know". */
      DONT_KNOW;

      private final String wireName = name().toLowerCase(Locale.ROOT);

      /** The reason as rows and events write it. */
      public String wireName() {
        return wireName;
      }
    }
  }

  /** A text without one clear option. */
  record Unreadable(Why why, List<Evidence> evidence) implements ParsedAnswer {
    public Unreadable {
      Objects.requireNonNull(why);
      evidence = List.copyOf(evidence);
    }

    /** What was in the way. */
    public enum Why {
      /** The maximum output ended the text before a clear answer. */
      TRUNCATED,
      /** A symbol that was not displayed. */
      UNKNOWN_SYMBOL,
      /** The symbol says one option, the words say another one; or an answer and a refusal. */
      CONFLICT,
      /** Several options. */
      AMBIGUOUS,
      /** A number outside the scale. */
      OUT_OF_RANGE,
      /** Only denied options. */
      NEGATED,
      /** Words without an option. */
      NO_MATCH,
      /** No words. */
      EMPTY;

      private final String wireName = name().toLowerCase(Locale.ROOT);

      /** The reason as rows and events write it. */
      public String wireName() {
        return wireName;
      }
    }
  }
}
