package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.gate.YieldWatch;
import java.util.List;

/**
 * A batch that a try has taken.
 *
 * @param slots slots that have not ended
 * @param finished slots of the batch that have
 * @param turn what earlier tries of the same turn did
 * @param barren tries in a row, before this one, that brought nothing
 */
public record OpenBatch(
    List<SlotWork> slots, int finished, TurnCount turn, int barren, YieldWatch watch) {

  /** Copies the list. */
  public OpenBatch {
    slots = List.copyOf(slots);
  }

  /** What a turn has done. */
  public record TurnCount(Bill bill, long filled, long exhausted) {

    /** Nothing yet. */
    public static final TurnCount NONE = new TurnCount(Bill.NONE, 0, 0);
  }
}
