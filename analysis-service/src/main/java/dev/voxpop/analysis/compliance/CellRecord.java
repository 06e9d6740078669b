package dev.voxpop.analysis.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one planned answer ended.
 *
 * @param persona the interviewed subject
 * @param cluster its story, or itself
 * @param respondent the matched person; null when unmatched
 * @param repeat from 0
 * @param state wire name of the state, such as {@code valid}
 * @param option original option index; null unless valid
 * @param reason why there is no value; null when there is one
 * @param attempts ended draws; 0 when no call was made
 * @param firstState state of the first draw; null when no call was made
 * @param displayOrder original option index shown at each position
 */
public record CellRecord(
    String persona,
    String cluster,
    @Nullable String respondent,
    String question,
    int repeat,
    String state,
    @Nullable Integer option,
    @Nullable String reason,
    int attempts,
    @Nullable String firstState,
    List<Integer> displayOrder) {

  /** The state of an answer with exactly one option. */
  public static final String VALID = "valid";

  /** The state of a declined answer. */
  public static final String REFUSED = "refused";

  /** The state of an answer that the run did not reach; it has no record. */
  public static final String NOT_REACHED = "not_reached";

  /** Copies the order. */
  public CellRecord {
    displayOrder = List.copyOf(displayOrder);
  }

  /** Id of the panel row that holds this answer. */
  public String row() {
    String padding = repeat < 10 ? "#00" : repeat < 100 ? "#0" : "#";
    return persona + padding + repeat;
  }

  /** Whether the cell holds an option. */
  public boolean valid() {
    return state.equals(VALID);
  }

  /** Whether the answer was declined. */
  public boolean refused() {
    return state.equals(REFUSED);
  }
}
