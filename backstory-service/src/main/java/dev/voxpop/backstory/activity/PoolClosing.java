package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.store.Batches;
import dev.voxpop.backstory.store.Hold;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.contracts.backstory.ClosePool;
import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.identity.Sha256;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Closes pools, once: whoever asks again hears the same. */
@ApplicationScoped
public class PoolClosing {

  private final Pools pools;
  private final Batches batches;
  private final StoryWriting writing;
  private final PoolOpening opening;
  private final StoryAcceptance acceptance;

  /** Closes pools of this stage; more than four, as the container injects each of them. */
  @Inject
  public PoolClosing(
      Pools pools,
      Batches batches,
      StoryWriting writing,
      PoolOpening opening,
      StoryAcceptance acceptance) {
    this.pools = pools;
    this.batches = batches;
    this.writing = writing;
    this.opening = opening;
    this.acceptance = acceptance;
  }

  PoolReceipt close(ClosePool request) {
    PoolRecord pool = writing.require(request.pool());
    Batches.Wanted closing = wanted(request, pool);
    if (!pool.closed()) {
      opening.requireSameWording(pool);
      opening.lease(pool.id(), request.experiment());
      acceptance.accept(pool, closing, request.allowance());
    }
    return new PoolReceipt(
        pool.id(),
        writing.require(pool.id()).stories(),
        exhausted(pool),
        batches.turn(closing).bill().settled());
  }

  /** One call of the activity is one turn, however often it is tried. */
  private static Batches.Wanted wanted(ClosePool request, PoolRecord pool) {
    ActivityInfo info = Activity.getExecutionContext().getInfo();
    String run = Objects.requireNonNullElse(info.getWorkflowRunId(), "");
    int turn = Sha256.shortHex(run, info.getActivityId()).hashCode();
    String path = Objects.requireNonNullElse(info.getWorkflowId(), "");
    return new Batches.Wanted(
        pool.id(), request.experiment(), Hold.CLOSING, 0, pool.slots(), path, turn);
  }

  private Map<String, Integer> exhausted(PoolRecord pool) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (int from = 0; from < pool.slots(); from += StoryAcceptance.PAGE) {
      for (Slot slot : pools.slots(pool.id(), from, from + StoryAcceptance.PAGE)) {
        String reason = slot.reason();
        if (reason != null) {
          reasons.merge(reason, 1, Integer::sum);
        }
      }
    }
    return reasons;
  }
}
