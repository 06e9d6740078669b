package dev.voxpop.contracts.backstory;

import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.run.Spending;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Writing, importing and keeping life stories. Task queue {@code backstory}. */
@ActivityInterface(namePrefix = "Backstory")
public interface BackstoryActivities {

  /** Checks pools and the aliases that write and judge. Pure look-up; retryable; no heartbeat. */
  @ActivityMethod
  CheckReport check(CheckRequest request);

  /**
   * Opens a pool for writing: slots, or respondents to write for, or the imported stories.
   * Idempotent by pool id; another experiment that is writing the same pool holds its lease, and
   * this call waits for it. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  Roster open(OpenPool request);

  /**
   * Fills the slots of one batch. Idempotent by (pool, slot): every paid call is journaled under
   * (pool, path, draw), and a new try replays the journal and buys only what is missing. Retryable;
   * heartbeat 5 s; yields at 80 % of the batch time limit.
   */
  @ActivityMethod
  BatchReceipt write(StoryBatch batch);

  /**
   * Accepts slots in order, lowest first, drawing again for duplicates, and closes the pool.
   * Idempotent by pool id. Retryable; heartbeat 5 s.
   */
  @ActivityMethod
  PoolReceipt close(ClosePool request);

  /** Stores steering. Idempotent by version; retryable; no heartbeat. */
  @ActivityMethod
  void control(ControlOrder order);

  /** Sums what the experiment has spent here. Pure look-up; retryable; no heartbeat. */
  @ActivityMethod
  Spending spending(String experiment);
}
