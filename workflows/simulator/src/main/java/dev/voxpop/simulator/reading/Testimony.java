package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.trait.Trait;
import java.util.List;
import java.util.Optional;

/** What a text states outright about one trait. */
public final class Testimony {
  private Testimony() {}

  /** All statements in order. */
  public static List<Clue.Stated> of(String text, Trait trait) {
    return ClueReader.prose(text).stream()
        .filter(Clue.Stated.class::isInstance)
        .map(Clue.Stated.class::cast)
        .filter(fact -> fact.levels().trait() == trait)
        .toList();
  }

  /** The last sentence of a text that states something about the trait. */
  public static Optional<String> sentence(String text, Trait trait) {
    Optional<String> last = Optional.empty();
    for (String sentence : text.split("(?<=[.!?])\\s+|\\n+", -1)) {
      if (!of(sentence, trait).isEmpty()) {
        last = Optional.of(sentence.strip());
      }
    }
    return last;
  }
}
