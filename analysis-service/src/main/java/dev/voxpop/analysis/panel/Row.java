package dev.voxpop.analysis.panel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one person, or of one interview of a persona.
 *
 * @param id unique within the panel; rows are sorted by it
 * @param subject the person or persona; several rows of one subject are repeats
 * @param cluster the story, or the subject where there is none: rows that vary together
 * @param respondent the person a persona was matched to; null for people and unmatched personas
 * @param weight finite, not negative
 * @param cells option index or a value of {@link Cells}, in item order
 */
public record Row(
    String id,
    String subject,
    String cluster,
    @Nullable String respondent,
    double weight,
    List<Integer> cells) {

  /** Copies the cells and checks the weight. */
  public Row {
    cells = List.copyOf(cells);
    if (!(weight >= 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "Row '"
              + id
              + "' has the weight "
              + weight
              + ".\nMaybe a weight is missing in the data.");
    }
  }

  /** A person with a survey weight. */
  public static Row person(String id, double weight, List<Integer> cells) {
    return new Row(id, id, id, null, weight, cells);
  }
}
