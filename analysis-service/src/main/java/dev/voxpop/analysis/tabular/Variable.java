package dev.voxpop.analysis.tabular;

import dev.voxpop.analysis.panel.Cells;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.WaveItems;
import dev.voxpop.instrument.wave.Question;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A question and the column that holds its answers.
 *
 * @param cells option index, or {@link Cells#REFUSED}, by code
 */
record Variable(Item item, String column, SortedMap<Integer, Integer> cells) {

  Variable {
    cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
  }

  /** An ordinal question with the codes 1 … {@code levels}. */
  static Variable ordinal(String column, int levels) {
    TreeMap<Integer, Integer> cells = new TreeMap<>();
    for (int k = 0; k < levels; k++) {
      cells.put(k + 1, k);
    }
    return new Variable(Item.ordinal(column, levels), column, cells);
  }

  /** A question of a wave. */
  static Variable of(Question question) {
    TreeMap<Integer, Integer> cells = new TreeMap<>();
    for (int k = 0; k < question.scale().size(); k++) {
      cells.put(question.scale().options().get(k).code(), k);
    }
    question.scale().refusals().forEach(refusal -> cells.put(refusal.code(), Cells.REFUSED));
    return new Variable(WaveItems.item(question), question.column(), cells);
  }

  Variable reversed() {
    return new Variable(item.keyed(Keying.REVERSED), column, cells);
  }

  /**
   * The cell of a text: empty, NA and NaN are missing; whole numbers may carry decimals of zero.
   */
  int cell(String text, AnalyseFiles.UnknownCodes unknown, String place) {
    String code = text.strip();
    if (missing(code)) {
      return Cells.MISSING;
    }
    Integer number = whole(code);
    Integer cell = number == null ? null : cells.get(number);
    if (cell == null && unknown == AnalyseFiles.UnknownCodes.MISSING) {
      return Cells.MISSING;
    }
    if (cell == null) {
      throw new IllegalArgumentException(
          "%s, column %s: '%s' is none of the codes %s.%nMaybe declare it, leave the cell empty, or use --unknown-codes missing."
              .formatted(place, column, code, cells.keySet()));
    }
    return cell;
  }

  /** Whether a text stands for no value. */
  static boolean missing(String text) {
    return text.isEmpty() || text.equalsIgnoreCase("NA") || text.equalsIgnoreCase("NaN");
  }

  /** The whole number of a text; null for anything else. */
  static @Nullable Integer whole(String code) {
    try {
      double number = Double.parseDouble(code);
      return number == Math.rint(number) && Math.abs(number) < Integer.MAX_VALUE
          ? (int) number
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
