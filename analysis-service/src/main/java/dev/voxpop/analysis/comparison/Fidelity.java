package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.panel.Panel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How often personas give their own person's answer.
 *
 * @param agreement share of equal answers over all cells valid on both sides; NaN when unmatched
 * @param chance the same share if personas were dealt to people at random, per question
 * @param cells compared cells
 */
public record Fidelity(double agreement, double chance, long cells) {

  /** Compares each matched persona with its person. */
  public static Fidelity of(Panel people, Panel arm) {
    Map<String, Integer> rows = new HashMap<>();
    List<String> names = people.rowIds();
    for (int row = 0; row < names.size(); row++) {
      rows.put(names.get(row), row);
    }
    long equal = 0;
    long cells = 0;
    double chance = 0;
    for (int q = 0; q < people.questions(); q++) {
      Counts counts = new Counts(people.item(q).levels());
      for (int row = 0; row < arm.size(); row++) {
        Integer person = person(rows, arm, row);
        if (person != null && arm.valid(row, q) && people.valid(person, q)) {
          counts.add(people.cell(person, q), arm.cell(row, q));
        }
      }
      equal += counts.equal;
      cells += counts.cells;
      chance += counts.chance();
    }
    return new Fidelity(equal / (double) cells, chance / cells, cells);
  }

  private static @Nullable Integer person(Map<String, Integer> rows, Panel arm, int row) {
    int number = arm.respondents().of(row);
    return number < 0 ? null : rows.get(arm.respondents().names().get(number));
  }

  private static final class Counts {
    private final long[] human;
    private final long[] persona;
    private long equal;
    private long cells;

    Counts(int levels) {
      human = new long[levels];
      persona = new long[levels];
    }

    void add(int humanOption, int personaOption) {
      human[humanOption]++;
      persona[personaOption]++;
      equal += humanOption == personaOption ? 1 : 0;
      cells++;
    }

    /** Expected number of equal answers. */
    double chance() {
      double sum = 0;
      for (int k = 0; k < human.length; k++) {
        sum += (double) human[k] * persona[k];
      }
      return cells == 0 ? 0 : sum / cells;
    }
  }
}
