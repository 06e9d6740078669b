package dev.voxpop.instrument.item;

import java.util.Objects;

/** A further text that counts as an option when an answer is read. */
public record Alias(String text, AliasScope scope, LetterCase letterCase) {
  public Alias {
    Objects.requireNonNull(scope);
    Objects.requireNonNull(letterCase);
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "An alias is blank.\nMaybe write the words that should count as the option.");
    }
  }

  /** An alias that counts anywhere in an answer, in any case. */
  public static Alias anywhere(String text) {
    return new Alias(text, AliasScope.ANYWHERE, LetterCase.ANY);
  }

  /** An alias of the given scope, in any case. */
  public static Alias of(String text, AliasScope scope) {
    return new Alias(text, scope, LetterCase.ANY);
  }
}
