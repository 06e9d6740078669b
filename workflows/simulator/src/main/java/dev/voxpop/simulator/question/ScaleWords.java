package dev.voxpop.simulator.question;

import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The intensity lexicon: how far an option text stands to the yes, more, good side of its scale.
 *
 * <p>An option that is listed as a whole has its own value. Next, a phrase with a value of its own
 * decides ("not at all", "neither … nor", "a great deal"). Otherwise the value is side × degree:
 * the side of the base word (agree +1, unlikely −1; +1 without one) and the degree of its modifier
 * (very 2, fairly 1). An option without a known word has no value.
 */
final class ScaleWords {
  private static final Map<String, Double> EXACT = exact();
  private static final PhraseTable<Double> WHOLE = table("whole");
  private static final PhraseTable<Double> SIDES = table("side");
  private static final PhraseTable<Double> DEGREES = table("degree");
  private static final double BARE = 1.5;

  private ScaleWords() {}

  /** The value of an option, or NaN. */
  static double value(String option) {
    Double exact = EXACT.get(Words.normal(option));
    return exact == null ? value(Words.of(option)) : exact;
  }

  private static double value(Words words) {
    List<PhraseTable.Match<Double>> whole = WHOLE.find(words);
    if (!whole.isEmpty()) {
      return whole.getFirst().value();
    }
    List<PhraseTable.Match<Double>> degrees = DEGREES.find(words);
    List<PhraseTable.Match<Double>> sides = SIDES.find(words);
    if (sides.isEmpty() && degrees.isEmpty()) {
      return words.number(0);
    }
    double side = sides.isEmpty() ? 1 : sides.getFirst().value();
    return side * (degrees.isEmpty() ? BARE : degrees.getFirst().value());
  }

  private static Map<String, Double> exact() {
    Map<String, Double> values = new HashMap<>();
    for (List<String> row : DataFile.rows("scale-words.txt", 3)) {
      if (row.get(0).equals("exact")) {
        DataFile.list(row.get(2)).forEach(option -> values.put(option, Double.valueOf(row.get(1))));
      }
    }
    return Map.copyOf(values);
  }

  private static PhraseTable<Double> table(String kind) {
    PhraseTable<Double> table = PhraseTable.empty();
    for (List<String> row : DataFile.rows("scale-words.txt", 3)) {
      if (row.get(0).equals(kind)) {
        double value = Double.parseDouble(row.get(1));
        DataFile.list(row.get(2)).forEach(phrase -> table.add(phrase, value));
      }
    }
    return table;
  }
}
