package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.AliasScope;
import java.util.List;
import java.util.Objects;

/**
 * A sequence of words that means something in an answer.
 *
 * @param option original index of the option it names, or {@link Evidence#NO_OPTION}
 * @param scope where it counts
 * @param exact its words as written, when their case matters; else empty
 */
record Phrase(Kind kind, int option, AliasScope scope, List<String> exact) {
  Phrase {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(scope);
    exact = List.copyOf(exact);
  }

  /** A phrase of the language, in any case. */
  static Phrase of(Kind kind) {
    return new Phrase(kind, Evidence.NO_OPTION, AliasScope.ANYWHERE, List.of());
  }

  /** What a phrase means; all but the first are sections of the phrase list of a language. */
  enum Kind {
    /** An option of the scale. */
    OPTION,
    /** "Prefer not to". */
    REFUSAL,
    /** "Not sure". */
    DONT_KNOW,
    /** "No doubt": its negators deny nothing. */
    IDIOM,
    /** "Used to": denies what follows in the clause. */
    DENIAL,
    /** "My choice": an answer follows. */
    CUE,
    /** "Identify as": says something of oneself. */
    SELF,
    /** "I am". */
    I_AM,
    /** "Less than": below the number that follows. */
    BELOW,
    /** "More than": above the number that follows. */
    ABOVE,
    /** "Almost": one less than the number that follows. */
    ALMOST,
    /** "At least": the number that follows, or more. */
    AT_LEAST,
    /** "Up to": the number that follows, or less. */
    AT_MOST
  }
}
