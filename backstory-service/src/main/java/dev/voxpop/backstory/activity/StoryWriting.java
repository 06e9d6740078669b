package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.backstory.store.Batches;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.contracts.backstory.StoryBatch;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.interviewing.StoreUnavailable;
import dev.voxpop.interviewing.activity.ActivityPulse;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Writes the slots of one batch. */
@ApplicationScoped
public class StoryWriting {

  private static final Logger LOG = Logger.getLogger(StoryWriting.class);

  private final Pools pools;
  private final SlotBatches slots;
  private final PoolOpening opening;
  private final BackstoryConfig config;

  /** Writes into pools. */
  @Inject
  public StoryWriting(Pools pools, SlotBatches slots, PoolOpening opening, BackstoryConfig config) {
    this.pools = pools;
    this.slots = slots;
    this.opening = opening;
    this.config = config;
  }

  BatchReceipt write(StoryBatch batch) {
    try (ActivityPulse pulse =
        ActivityPulse.start(() -> prolong(batch.pool(), batch.experiment()))) {
      return write(batch, pulse);
    }
  }

  private BatchReceipt write(StoryBatch batch, ActivityPulse pulse) {
    PoolRecord pool = require(batch.pool());
    if (pool.closed()) {
      return nothingLeft(batch);
    }
    opening.requireSameWording(pool);
    opening.lease(pool.id(), batch.experiment());
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    SlotBatches.Terms terms =
        new SlotBatches.Terms(
            batch.allowance(), pulse, text -> false, info.getStartToCloseTimeout());
    return slots.run(pool, wanted(batch, pulse.path()), terms);
  }

  private static Batches.Wanted wanted(StoryBatch batch, String path) {
    return new Batches.Wanted(
        batch.pool(),
        batch.experiment(),
        batch.from(),
        batch.from(),
        batch.to(),
        path,
        batch.turn());
  }

  /** A pool that was opened before. */
  PoolRecord require(String pool) {
    return pools
        .find(pool)
        .orElseThrow(
            () ->
                Failures.of(
                    FailureType.MISSING_DATA,
                    "There is no pool %s here.\nMaybe it was never opened.".formatted(pool)));
  }

  /** Keeps the right to write; a lease outlasts many beats, so a missed one is left out. */
  void prolong(String pool, String experiment) {
    try {
      pools.lease(pool, experiment, config.lease());
    } catch (StoreUnavailable e) {
      LOG.debugf("The lease of pool %s is prolonged later: %s", pool, e.getMessage());
    }
  }

  private static BatchReceipt nothingLeft(StoryBatch batch) {
    int size = batch.to() - batch.from();
    return new BatchReceipt(BatchEnd.DONE, size, 0, 0, 0, Allowance.NONE, 0, 0, null, "");
  }
}
