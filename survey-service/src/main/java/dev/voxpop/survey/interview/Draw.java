package dev.voxpop.survey.interview;

import dev.voxpop.contracts.event.AnswerState;
import dev.voxpop.interviewing.StepResult;
import java.util.List;

/**
 * An ended draw of a cell; the last one is the answer.
 *
 * @param number from 0
 * @param seed the draw's seed
 * @param promptHash the name of what was asked
 * @param masses probability mass per original option index, read from the first token; empty where
 *     it was not read
 * @param firstState state of draw 0
 */
public record Draw(
    Cell cell,
    int number,
    int seed,
    String promptHash,
    Finding finding,
    List<Double> masses,
    AnswerState firstState,
    Utterance utterance,
    Finality finality)
    implements StepResult {

  /** Copies the list. */
  public Draw {
    masses = List.copyOf(masses);
  }

  /** Whether the cell is asked again. */
  public enum Finality {
    /** It is. */
    ASKED_AGAIN,
    /** This is the answer. */
    ANSWER,
    /** This is the answer, and no call was made for it. */
    UNASKED
  }

  /** Whether this is the cell's answer. */
  public boolean isAnswer() {
    return finality != Finality.ASKED_AGAIN;
  }

  /** Ended draws of the cell. */
  public int attempts() {
    return finality == Finality.UNASKED ? 0 : number + 1;
  }

  @Override
  public Tally tally() {
    if (!isAnswer()) {
      return Tally.NOTHING;
    }
    return switch (finding.state()) {
      case UNREADABLE, TRUNCATED, ERROR -> new Tally(1, 1);
      case VALID, REFUSED, SKIPPED, NOT_REACHED -> new Tally(1, 0);
    };
  }
}
