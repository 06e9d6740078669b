package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.question.Stances;
import dev.voxpop.simulator.reading.Part.Exchange;
import dev.voxpop.simulator.reading.Part.Prose;
import dev.voxpop.simulator.trait.LevelSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Finds the clues in the parts of a prompt, in the order in which they stand. */
public final class ClueReader {
  private final Senses senses;

  private ClueReader(Senses senses) {
    this.senses = senses;
  }

  /** A reader that understands questions by these senses. */
  public static ClueReader of(Senses senses) {
    return new ClueReader(senses);
  }

  /** The clues of a part. */
  public List<Clue> clues(Part part) {
    return switch (part) {
      case Prose prose -> prose(prose.text());
      case Exchange exchange -> exchange(exchange);
    };
  }

  /** The clues of running text; one that stands later comes later. */
  static List<Clue> prose(String text) {
    List<Clue> clues = new ArrayList<>();
    LabelledFacts.read(text, clues::add);
    Words words = Words.of(text);
    Map<Integer, List<Clue>> placed = new TreeMap<>();
    Hints.read(
        words, (place, clue) -> placed.computeIfAbsent(place, key -> new ArrayList<>()).add(clue));
    StatedFacts.read(
        words, (place, clue) -> placed.computeIfAbsent(place, key -> new ArrayList<>()).add(clue));
    amounts(words, placed);
    placed.values().forEach(clues::addAll);
    Stances.understand(words, (direction, value) -> clues.add(new Clue.Opinion(direction, value)));
    return List.copyOf(clues);
  }

  private static void amounts(Words words, Map<Integer, List<Clue>> placed) {
    for (int i = 0; i < words.size(); i++) {
      for (LevelSet levels : List.of(StatedAges.at(words, i), StatedIncomes.at(words, i))) {
        if (!levels.isEmpty()) {
          placed.computeIfAbsent(i, key -> new ArrayList<>()).add(new Clue.Stated(levels));
        }
      }
    }
  }

  private List<Clue> exchange(Exchange exchange) {
    int place = place(exchange.question(), exchange.answer());
    if (place < 0) {
      return List.of();
    }
    return switch (senses.of(exchange.question())) {
      case Sense.AboutTrait about ->
          about.options().meaning(place).isEmpty()
              ? List.of()
              : List.of(new Clue.Stated(about.options().meaning(place)));
      case Sense.AboutOpinion about ->
          about.places().contains(place)
              ? List.of(new Clue.Answered(about.item(), about.places().indexOf(place)))
              : List.of();
      case Sense.Nothing nothing -> List.of();
    };
  }

  /**
   * The displayed place that an answer names by its mark, its symbol, or the option's text; −1 when
   * none.
   */
  static int place(ChoiceQuestion question, String answer) {
    String given = answer.strip();
    Optional<Integer> marked =
        first(
            question,
            i ->
                given.startsWith(question.style().mark(i))
                    && endsSymbol(given, question.style().mark(i).length()));
    if (marked.isPresent()) {
      return marked.get();
    }
    Optional<Integer> bare =
        first(
            question,
            i ->
                given.startsWith(question.style().symbol(i))
                    && endsSymbol(given, question.style().symbol(i).length()));
    String lower = given.toLowerCase(Locale.ROOT);
    return bare.or(() -> longest(question, lower)).orElse(-1);
  }

  private static Optional<Integer> longest(ChoiceQuestion question, String lower) {
    Optional<Integer> best = Optional.empty();
    for (int i = 0; i < question.options().size(); i++) {
      String option = question.options().get(i).toLowerCase(Locale.ROOT);
      boolean longer =
          best.isEmpty() || option.length() > question.options().get(best.get()).length();
      best = longer && lower.contains(option) ? Optional.of(i) : best;
    }
    return best;
  }

  private static Optional<Integer> first(ChoiceQuestion question, IntPredicate named) {
    return IntStream.range(0, question.options().size()).filter(named).boxed().findFirst();
  }

  private static boolean endsSymbol(String text, int at) {
    return at == text.length()
        || !Character.isLetterOrDigit(text.charAt(at))
        || !Character.isLetterOrDigit(text.charAt(at - 1));
  }
}
