package dev.voxpop.contracts.run;

import org.jspecify.annotations.Nullable;

/**
 * What one activity did of a batch. Less than 1 KiB; the batch is asked for again while {@code
 * remaining > 0} and the end allows it.
 *
 * @param done units (interviews, stories, requests) of the batch that are finished now
 * @param remaining units that are not
 * @param answered cells (answers, accepted stories, draws) stored by this turn
 * @param failed cells stored by this turn in a state without value
 * @param settled what this turn settled, lost calls included
 * @param lostCalls calls whose outcome a crash made unknowable, counted by this turn
 * @param retryAfterMillis the least time before the next turn makes sense
 * @param halt why the whole run should pause; null for every other end
 * @param detail one line for the operator, without model text; "" when there is nothing to say
 */
public record BatchReceipt(
    BatchEnd end,
    int done,
    int remaining,
    long answered,
    long failed,
    Allowance settled,
    long lostCalls,
    long retryAfterMillis,
    @Nullable PauseReason halt,
    String detail) {

  /** Why the activity returned. */
  public enum BatchEnd {
    /** Nothing remains. */
    DONE,
    /** The time limit is near, or calls are parked: ask again after {@code retryAfterMillis}. */
    YIELDED,
    /** The allowance does not cover the next call. */
    NEEDS_GRANT,
    /** The control row says pause. */
    PAUSED,
    /** The control row says stop: what remains is not reached. */
    STOPPED,
    /** The run cannot go on without a person; {@code halt} says why. */
    HALTED
  }
}
