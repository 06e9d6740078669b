package dev.voxpop.backstory.batch;

import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.SlotOrder;
import java.util.Map;

/** A slot that has not ended, with what the journal holds of it. */
public record SlotWork(
    SlotOrder order, Map<CallKey, Recorded> journal, Map<CallKey, Trouble> troubles) {

  /** Copies the maps. */
  public SlotWork {
    journal = Map.copyOf(journal);
    troubles = Map.copyOf(troubles);
  }
}
