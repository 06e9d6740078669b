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
  AnswerState state();

  /** Why there is no value, as it is stored; empty when there is one or the text was cut. */
  Optional<String> reason();

  /** The option that was read and how it was shown; empty without one. */
  Optional<Shown> shown();

  /** The places that counted, in the order in which they were found. */
  List<Evidence> evidence();

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

    @Override
    public AnswerState state() {
      return AnswerState.VALID;
    }

    @Override
    public Optional<String> reason() {
      return Optional.empty();
    }

    @Override
    public Optional<Shown> shown() {
      return Optional.of(chosen);
    }
  }

  /** One number, of a question without options. */
  record Amount(BigDecimal value, List<Evidence> evidence) implements ParsedAnswer {
    public Amount {
      Objects.requireNonNull(value);
      evidence = List.copyOf(evidence);
    }

    @Override
    public AnswerState state() {
      return AnswerState.VALID;
    }

    @Override
    public Optional<String> reason() {
      return Optional.empty();
    }

    @Override
    public Optional<Shown> shown() {
      return Optional.empty();
    }
  }

  /** Free words, of a question without options. */
  record Text(String words) implements ParsedAnswer {
    public Text {
      Objects.requireNonNull(words);
    }

    @Override
    public AnswerState state() {
      return AnswerState.VALID;
    }

    @Override
    public Optional<String> reason() {
      return Optional.empty();
    }

    @Override
    public Optional<Shown> shown() {
      return Optional.empty();
    }

    @Override
    public List<Evidence> evidence() {
      return List.of();
    }
  }

  /**
   * The wish not to answer, or the want of an answer.
   *
   * @param shown the refusal option; empty when a phrase said it
   */
  record Refusal(How how, Optional<Shown> shown, List<Evidence> evidence) implements ParsedAnswer {
    public Refusal {
      Objects.requireNonNull(how);
      Objects.requireNonNull(shown);
      evidence = List.copyOf(evidence);
    }

    @Override
    public AnswerState state() {
      return AnswerState.REFUSED;
    }

    @Override
    public Optional<String> reason() {
      return Optional.of(how.wireName());
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

    @Override
    public AnswerState state() {
      return why == Why.TRUNCATED ? AnswerState.TRUNCATED : AnswerState.UNREADABLE;
    }

    @Override
    public Optional<String> reason() {
      return why == Why.TRUNCATED ? Optional.empty() : Optional.of(why.wireName());
    }

    @Override
    public Optional<Shown> shown() {
      return Optional.empty();
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
