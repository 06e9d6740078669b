package dev.voxpop.interviewing;

import java.util.List;

/**
 * A batch that this try of its activity holds.
 *
 * @param journal stores its entries
 * @param series what is not finished, in order
 * @param finished series that were finished before
 * @param turn what earlier tries of the same turn did, lost calls of dead ones included
 * @param barren tries in a row that stored nothing new
 */
public record OpenBatch<R extends StepResult>(
    Journal<R> journal, List<Series<R>> series, int finished, TurnCount turn, int barren) {
  /** Copies the list. */
  public OpenBatch {
    series = List.copyOf(series);
  }

  /** What a turn has stored and spent. */
  public record TurnCount(Bill bill, long answered, long failed) {
    /** Nothing yet. */
    public static final TurnCount NOTHING = new TurnCount(Bill.NONE, 0, 0);
  }
}
