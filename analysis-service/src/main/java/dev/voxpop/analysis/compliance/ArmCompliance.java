package dev.voxpop.analysis.compliance;

import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.List;

/**
 * How the interviews of one arm ended.
 *
 * @param total all questions together
 * @param questions in questionnaire order
 */
public record ArmCompliance(QuestionCompliance total, List<QuestionCompliance> questions) {

  /** Copies the list. */
  public ArmCompliance {
    questions = List.copyOf(questions);
  }

  /** Counts the cells of an arm. */
  public static ArmCompliance of(List<Item> items, List<CellRecord> cells) {
    List<QuestionCompliance> questions = new ArrayList<>();
    for (Item item : items) {
      List<CellRecord> own =
          cells.stream().filter(cell -> cell.question().equals(item.id())).toList();
      questions.add(QuestionCompliance.of(item.id(), own));
    }
    return new ArmCompliance(QuestionCompliance.of(QuestionCompliance.ALL, cells), questions);
  }

  /** The same with planned answers in the total that the run did not reach. */
  public ArmCompliance withNotReached(long count) {
    return count == 0 ? this : new ArmCompliance(total.withNotReached(count), questions);
  }
}
