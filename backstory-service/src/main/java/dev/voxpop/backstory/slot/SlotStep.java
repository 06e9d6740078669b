package dev.voxpop.backstory.slot;

import dev.voxpop.interviewing.StepResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a slot has stored as it goes on. */
public sealed interface SlotStep extends StepResult {

  /**
   * A paid call.
   *
   * @param origin how the call was made
   * @param letters the fates of the slot's candidates after it; "" when it was stored by another
   * @param end how the slot ends with it; null when it goes on, or when it was stored by another
   */
  record Called(
      CallKey key, Recorded recorded, Origin origin, String letters, @Nullable SlotEnd end)
      implements SlotStep {

    /** The same call with the reply that was there first. */
    public Called replacedBy(Recorded earlier) {
      return new Called(key, earlier, origin, "", null);
    }

    @Override
    public Tally tally() {
      return end == null ? Tally.NOTHING : end.tally();
    }
  }

  /** The end of a slot all of whose calls were stored before. */
  record Ended(SlotEnd end) implements SlotStep {
    @Override
    public Tally tally() {
      return end.tally();
    }
  }

  /**
   * How a call was made, as it is kept beside the reply.
   *
   * @param seed the seed that was sent; −1 when none was
   */
  record Origin(String alias, int seed, Duration latency) {}
}
