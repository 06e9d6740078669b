package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.gate.TextGates;
import dev.voxpop.backstory.importing.Selection;
import dev.voxpop.backstory.slot.SlotEnd.Winner;
import dev.voxpop.backstory.store.Batches;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.backstory.store.StoryRecord;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.identity.Seed;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.interviewing.Pulse;
import dev.voxpop.interviewing.activity.ActivityPulse;
import io.temporal.activity.Activity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The acceptance of a pool's stories: from the lowest slot on, a slot whose text a lower one has
 * draws again; what is left is chosen, numbered and stored. Every step follows from rows, so an
 * acceptance that was interrupted goes the same way again.
 */
@ApplicationScoped
public class StoryAcceptance {

  /** Slots read at a time. */
  static final int PAGE = 500;

  private static final Duration WAIT = Duration.ofSeconds(10);

  private final Pools pools;
  private final SlotBatches slots;
  private final StoryWriting writing;
  private final StoryRows rows;
  private final PoolRules rules;

  /** Accepts stories of this stage; more than four, as the container injects each of them. */
  @Inject
  public StoryAcceptance(
      Pools pools, SlotBatches slots, StoryWriting writing, StoryRows rows, PoolRules rules) {
    this.pools = pools;
    this.slots = slots;
    this.writing = writing;
    this.rows = rows;
    this.rules = rules;
  }

  /** Accepts, chooses and stores; {@code allowance} is for slots that draw again. */
  void accept(PoolRecord pool, Batches.Wanted closing, Allowance allowance) {
    try (ActivityPulse pulse =
        ActivityPulse.start(() -> writing.prolong(pool.id(), closing.experiment()))) {
      new Pass(pool, closing, allowance, pulse).run();
    }
  }

  /** One way through all slots. */
  private final class Pass {
    private final PoolRecord pool;
    private final PoolSpec spec;
    private final Batches.Wanted closing;
    private final Allowance allowance;
    private final ActivityPulse pulse;
    private final boolean unique;
    private final Set<String> texts = new HashSet<>();
    private final Map<String, Integer> slotOfStory = new LinkedHashMap<>();

    private Pass(
        PoolRecord pool, Batches.Wanted closing, Allowance allowance, ActivityPulse pulse) {
      this.pool = pool;
      this.spec = pool.spec();
      this.closing = closing;
      this.allowance = allowance;
      this.pulse = pulse;
      this.unique = rules.drawing(spec).gates().duplicate();
    }

    private void run() {
      for (int from = 0; from < pool.slots(); from += PAGE) {
        beat(from);
        pools.slots(pool.id(), from, from + PAGE).forEach(this::accept);
      }
      List<String> chosen = chosen();
      pools.close(pool.id(), chosen.size(), stories(chosen));
    }

    private void accept(Slot slot) {
      Optional<Winner> winner = Optional.ofNullable(slot.winner());
      if (slot.open()) {
        winner = draw(slot.slot(), "not-reached");
      } else if (unique && winner.filter(found -> texts.contains(key(found))).isPresent()) {
        pools.reopen(pool.id(), slot.slot());
        winner = draw(slot.slot(), "duplicate");
      }
      winner.ifPresent(
          found -> {
            texts.add(key(found));
            slotOfStory.put(StoryRows.id(pool.id(), slot.slot()), slot.slot());
          });
    }

    /** Lets a slot draw on; without money or leave it ends without a story. */
    private Optional<Winner> draw(int slot, String otherwise) {
      BatchReceipt receipt = slots.run(pool, only(slot), terms());
      switch (receipt.end()) {
        case DONE -> {}
        case NEEDS_GRANT, STOPPED -> pools.exhaust(pool.id(), slot, otherwise);
        case YIELDED, PAUSED, HALTED ->
            throw Failures.later(
                FailureType.MODEL_UNAVAILABLE,
                "Pool %s cannot be closed now: %s %s."
                    .formatted(pool.id(), receipt.end(), receipt.detail()),
                WAIT);
      }
      return pools.slots(pool.id(), slot, slot + 1).stream()
          .flatMap(now -> Optional.ofNullable(now.winner()).stream())
          .findFirst();
    }

    private Batches.Wanted only(int slot) {
      return new Batches.Wanted(
          closing.pool(),
          closing.experiment(),
          closing.first(),
          slot,
          slot + 1,
          closing.path(),
          closing.turn());
    }

    private SlotBatches.Terms terms() {
      Duration limit = Activity.getExecutionContext().getInfo().getStartToCloseTimeout();
      return new SlotBatches.Terms(
          allowance, pulse, text -> texts.contains(Sha256.hex(text)), limit);
    }

    /** Without a choice, all stories in the order of their slots. */
    private List<String> chosen() {
      return spec.source().select() == null
          ? List.copyOf(slotOfStory.keySet())
          : Selection.from(pool.id(), new Seed(spec.seed()))
              .pick(slotOfStory.keySet(), spec.source().select());
    }

    private Iterable<StoryRecord> stories(List<String> chosen) {
      Map<Integer, Integer> ordinals = new HashMap<>();
      for (String story : chosen) {
        ordinals.put(slotOfStory.getOrDefault(story, -1), ordinals.size());
      }
      Map<Integer, StoryRecord> stories = new TreeMap<>();
      for (int from = 0; from < pool.slots(); from += PAGE) {
        beat(from);
        for (Slot slot : pools.slots(pool.id(), from, from + PAGE)) {
          Winner winner = slot.winner();
          Integer ordinal = ordinals.get(slot.slot());
          if (winner != null && ordinal != null) {
            stories.put(ordinal, rows.row(spec, slot, winner, ordinal));
          }
        }
      }
      return stories.values();
    }

    private void beat(int done) {
      switch (pulse.beat(new Pulse.Counters(done, pool.slots() - done, 0, 0))) {
        case GO_ON -> {}
        case CANCEL -> throw pulse.cancellation();
        case LEAVE ->
            throw Failures.later(
                FailureType.WORKER_STOPPING, "The closing goes on elsewhere.", WAIT);
      }
    }
  }

  private static String key(Winner winner) {
    return Sha256.hex(TextGates.folded(winner.text()));
  }
}
