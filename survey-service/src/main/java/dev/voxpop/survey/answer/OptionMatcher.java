package dev.voxpop.survey.answer;

import dev.voxpop.instrument.item.AliasScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The choice among all phrases that could count: the longest first, then the leftmost; a phrase
 * that counts masks its words for all others but those of exactly the same words. A lone displayed
 * symbol is the symbol, even where it is an alias as well.
 */
final class OptionMatcher {
  private static final Comparator<Match> LONGEST_FIRST =
      Comparator.comparingInt(Match::letters)
          .reversed()
          .thenComparingInt(Match::from)
          .thenComparing(match -> match.phrase().kind());

  private final Reading reading;
  private final Scopes scopes;
  private final List<Match> joinable = new ArrayList<>(0);

  private OptionMatcher(Reading reading, Scopes scopes) {
    this.reading = reading;
    this.scopes = scopes;
  }

  /** Accepts matches and marks their words; fallbacks stay candidates. */
  static void run(Reading reading, SymbolShapes shapes, Scopes scopes) {
    if (reading.candidates().isEmpty()) {
      return;
    }
    OptionMatcher matcher = new OptionMatcher(reading, scopes);
    reading.candidates().removeIf(match -> match.isWord() && shapes.isShown(match.from()));
    reading.candidates().sort(LONGEST_FIRST);
    for (Match candidate : reading.candidates()) {
      matcher.consider(candidate);
    }
    matcher.join();
  }

  /** Accepts a match unless another one masks its words. */
  static void accept(Reading reading, Match match) {
    if (reading.touches(match, Reading.MASKED) && !coincides(reading, match)) {
      return;
    }
    boolean option = match.phrase().kind() == Phrase.Kind.OPTION;
    reading.mark(match, option ? Reading.MASKED | Reading.TEXT : Reading.MASKED);
    reading.matches().add(match);
  }

  private void consider(Match candidate) {
    if (scopes.allows(candidate)) {
      accept(reading, candidate);
    } else if (Scopes.canBeJoined(candidate.phrase().scope())) {
      joinable.add(candidate);
    }
  }

  // once in each direction carries a chain of listed words from any accepted one
  private void join() {
    if (joinable.isEmpty()) {
      return;
    }
    joinable.sort(Comparator.comparingInt(Match::from));
    joinAll(joinable);
    joinAll(joinable.reversed());
  }

  private void joinAll(List<Match> ordered) {
    for (Match match : ordered) {
      if (!reading.touches(match, Reading.MASKED) && scopes.isJoined(match)) {
        accept(reading, match);
      }
    }
  }

  // an option's text may also be a phrase of the language: then the option is meant
  private static boolean coincides(Reading reading, Match match) {
    return match.phrase().kind() == Phrase.Kind.OPTION
        && reading.matches().stream()
            .anyMatch(m -> m.coincides(match) && m.phrase().kind() == Phrase.Kind.OPTION);
  }

  /** The fallbacks among the candidates whose words nothing masks. */
  static List<Match> fallbacks(Reading reading) {
    return reading.candidates().stream()
        .filter(match -> match.phrase().scope() == AliasScope.FALLBACK)
        .filter(match -> !reading.touches(match, Reading.MASKED))
        .toList();
  }
}
