package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.batch.AliasHealth;
import dev.voxpop.backstory.batch.BatchRun;
import dev.voxpop.backstory.batch.BatchSetting;
import dev.voxpop.backstory.batch.OpenBatch;
import dev.voxpop.backstory.batch.Outcome;
import dev.voxpop.backstory.batch.Pulse;
import dev.voxpop.backstory.batch.Seam;
import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.backstory.gate.YieldWatch;
import dev.voxpop.backstory.slot.SlotRules;
import dev.voxpop.backstory.store.Batches;
import dev.voxpop.backstory.store.Hold;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.SteeringBoard;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.languagemodel.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Runs of slots: takes a batch, lets it run, and notes how it ended. */
@ApplicationScoped
public class SlotBatches {

  private static final int YIELD_PERCENT = 80;

  private final Batches batches;
  private final PoolRules rules;
  private final Models models;
  private final SteeringBoard steering;
  private final BackstoryConfig config;
  private final Seam seam;
  private final Map<String, AliasHealth> health = new ConcurrentHashMap<>();

  /** Batches of this stage; more than four parameters, as the container injects each part. */
  @Inject
  public SlotBatches(
      Batches batches,
      PoolRules rules,
      Models models,
      SteeringBoard steering,
      BackstoryConfig config,
      Seam seam) {
    this.batches = batches;
    this.rules = rules;
    this.models = models;
    this.steering = steering;
    this.config = config;
    this.seam = seam;
  }

  /**
   * How a batch is to run.
   *
   * @param taken knows the folded texts of stories with lower numbers
   * @param limit the activity's own time limit
   */
  record Terms(Allowance allowance, Pulse pulse, Predicate<String> taken, Duration limit) {}

  Outcome run(PoolRecord pool, Batches.Wanted wanted, Terms terms) {
    PoolSpec spec = pool.spec();
    Batches.Taken taken = batches.take(wanted);
    YieldWatch watch =
        pool.yieldDecided() ? YieldWatch.off() : YieldWatch.startingWith(taken.verdicts());
    OpenBatch batch =
        new OpenBatch(
            taken.work(rules.prompts(spec)), taken.ended(), taken.turn(), taken.barren(), watch);
    Outcome outcome = BatchRun.run(batch, setting(rules.slots(spec), taken.hold(), terms));
    if (outcome instanceof Outcome.Returned) {
      batches.rest(taken.hold());
    }
    return outcome;
  }

  private BatchSetting setting(SlotRules slots, Hold hold, Terms terms) {
    return new BatchSetting(
        hold.experiment(),
        slots,
        models::byAlias,
        alias -> health.computeIfAbsent(alias, name -> new AliasHealth()),
        batches.journal(hold),
        steering.of(hold.experiment()),
        terms.pulse(),
        terms.taken(),
        terms.allowance(),
        limit(terms.limit()),
        seam);
  }

  private Duration limit(Duration activity) {
    Duration shorter = activity.compareTo(config.batchLimit()) < 0 ? activity : config.batchLimit();
    return shorter.multipliedBy(YIELD_PERCENT).dividedBy(100);
  }
}
