package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.config.BackstoryBeans;
import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.backstory.gate.YieldWatch;
import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.SlotOrder;
import dev.voxpop.backstory.slot.SlotRules;
import dev.voxpop.backstory.slot.SlotSeries;
import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.backstory.slot.WatchedJournal;
import dev.voxpop.backstory.store.Batches;
import dev.voxpop.backstory.store.Hold;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Series;
import dev.voxpop.interviewing.SeriesKey;
import dev.voxpop.interviewing.activity.ActivityPulse;
import dev.voxpop.interviewing.activity.BatchHost;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Runs of slots: takes a batch, lets it run, and notes how it ended. */
@ApplicationScoped
public class SlotBatches {

  private final Batches batches;
  private final PoolRules rules;
  private final BatchHost host;
  private final BackstoryConfig config;

  /** Batches of this stage. */
  @Inject
  public SlotBatches(
      Batches batches,
      PoolRules rules,
      @Identifier(BackstoryBeans.SCHEMA) BatchHost host,
      BackstoryConfig config) {
    this.batches = batches;
    this.rules = rules;
    this.host = host;
    this.config = config;
  }

  /**
   * How a batch is to run.
   *
   * @param taken knows the folded texts of stories with lower numbers
   * @param limit the activity's own time limit
   */
  record Terms(Allowance allowance, ActivityPulse pulse, Predicate<String> taken, Duration limit) {}

  /** Runs a batch and says what the workflow should hear. */
  BatchReceipt run(PoolRecord pool, Batches.Wanted wanted, Terms terms) {
    Batches.Taken taken = batches.take(wanted);
    BatchReceipt receipt =
        host.run(
            open(pool, taken, terms),
            new BatchHost.Turn(wanted.experiment(), terms.allowance(), limit(terms.limit())),
            terms.pulse());
    batches.rest(taken.hold());
    return receipt;
  }

  private OpenBatch<SlotStep> open(PoolRecord pool, Batches.Taken taken, Terms terms) {
    Hold hold = taken.hold();
    YieldWatch watch =
        pool.yieldDecided() ? YieldWatch.off() : YieldWatch.startingWith(taken.verdicts());
    WatchedJournal journal =
        WatchedJournal.of(batches.journal(hold), watch, () -> batches.decideYield(hold));
    SlotRules slots = rules.slots(pool.spec());
    Function<Slot, String> prompts = rules.prompts(pool.spec());
    List<Series<SlotStep>> open = new ArrayList<>();
    for (Slot slot : taken.slots()) {
      SlotOrder order = new SlotOrder(slot.slot(), prompts.apply(slot));
      SlotSeries series = SlotSeries.of(slots, order, terms.taken(), taken.journal(slot.slot()));
      journal.note(slot.slot(), series.letters());
      CallKey next = CallKey.of(slot.slot(), series.place());
      open.add(new Series<>(key(pool, slot), series, taken.trouble(next)));
    }
    return new OpenBatch<>(journal, open, taken.ended(), taken.turn(), taken.barren());
  }

  /** Pools are named by text: its hash tells their series apart where that matters. */
  private static SeriesKey key(PoolRecord pool, Slot slot) {
    return new SeriesKey(pool.id().hashCode(), slot.slot(), 0);
  }

  private Duration limit(Duration activity) {
    return activity.compareTo(config.batchLimit()) < 0 ? activity : config.batchLimit();
  }
}
