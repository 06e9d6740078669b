package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.PauseReason;
import org.jspecify.annotations.Nullable;

/**
 * Why a batch makes no more calls although some could be made.
 *
 * @param halt why the whole run should pause; null when it should not
 * @param detail one line for the operator
 */
record Ending(Why why, @Nullable PauseReason halt, String detail) {
  enum Why {
    TIME,
    PAUSED,
    STOPPED,
    NEEDS_GRANT,
    HALTED,
    CANCELLED,
    LEAVING,
    OVERTAKEN,
    PARKED,
    STORE,
    DEFECT
  }

  static Ending of(Why why) {
    return new Ending(why, null, "");
  }

  static Ending halted(PauseReason reason, String detail) {
    return new Ending(Why.HALTED, reason, detail);
  }
}
