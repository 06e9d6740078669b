package dev.voxpop.backstory.gate;

import dev.voxpop.contracts.experiment.PoolChoice.Gates;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The gates that need no model, cheapest first. */
public final class TextGates {

  private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String KEYWORD = "interview";
  private static final int KEYWORDS_ALLOWED = 1;

  private final Gates gates;
  private final Predicate<String> taken;

  private TextGates(Gates gates, Predicate<String> taken) {
    this.gates = gates;
    this.taken = taken;
  }

  /** The chosen gates; {@code taken} knows the folded texts of stories with lower numbers. */
  public static TextGates of(Gates gates, Predicate<String> taken) {
    return new TextGates(gates, taken);
  }

  /** A candidate as these gates see it: {@code cut} says the token limit ended it. */
  public record Candidate(String text, boolean cut) {}

  /** The first gate that the candidate fails at; empty when it passes them all. */
  public Optional<Gate> failure(Candidate candidate) {
    String text = candidate.text();
    if (text.isBlank()) {
      return Optional.of(Gate.EMPTY);
    }
    if (words(text) < gates.minWords()) {
      return Optional.of(Gate.LENGTH);
    }
    if (gates.keyword() && keywords(text) > KEYWORDS_ALLOWED) {
      return Optional.of(Gate.KEYWORD);
    }
    if (gates.complete() && candidate.cut()) {
      return Optional.of(Gate.COMPLETE);
    }
    return gates.duplicate() && taken.test(folded(text))
        ? Optional.of(Gate.DUPLICATE)
        : Optional.empty();
  }

  /** The text after folding case and white space: equal for texts that count as the same. */
  public static String folded(String text) {
    return SPACE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }

  static long words(String text) {
    return SPACE.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).count();
  }

  private static int keywords(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int count = 0;
    for (int at = lower.indexOf(KEYWORD); at >= 0; at = lower.indexOf(KEYWORD, at + 1)) {
      count++;
    }
    return count;
  }
}
