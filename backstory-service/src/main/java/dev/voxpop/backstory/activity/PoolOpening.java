package dev.voxpop.backstory.activity;

import dev.voxpop.backstory.config.BackstoryConfig;
import dev.voxpop.backstory.priming.PrimePrompt;
import dev.voxpop.backstory.rest.Respondents;
import dev.voxpop.backstory.store.PoolKind;
import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.Slot;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.PoolChoice.Generate;
import dev.voxpop.contracts.experiment.PoolChoice.Prime;
import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** Opens pools: slots for nobody, slots for respondents, or the stories that are there already. */
@ApplicationScoped
public class PoolOpening {

  private static final int TOKENS_OF_A_PROMPT = 300;
  private static final int TOKENS_OF_A_VERDICT = 1_600;
  private static final Duration WAIT = Duration.ofSeconds(5);

  private final Pools pools;
  private final PoolRules rules;
  private final Respondents respondents;
  private final ImportedPools imported;
  private final Models models;
  private final BackstoryConfig config;

  /** Opens pools of this stage; more than four, as the container injects each of them. */
  @Inject
  public PoolOpening(
      Pools pools,
      PoolRules rules,
      Respondents respondents,
      ImportedPools imported,
      Models models,
      BackstoryConfig config) {
    this.pools = pools;
    this.rules = rules;
    this.respondents = respondents;
    this.imported = imported;
    this.models = models;
    this.config = config;
  }

  Roster open(String experiment, PoolSpec spec) {
    if (spec.source().imported() != null) {
      return closed(imported.open(spec));
    }
    PoolRecord pool = pools.find(spec.pool()).orElseGet(() -> add(spec));
    if (pool.closed()) {
      return closed(pool);
    }
    requireSameWording(pool);
    lease(pool.id(), experiment);
    return new Roster(
        pool.slots(),
        pool.slots(),
        pools.ended(pool.id()),
        0,
        config.batchSize(),
        config.batchWindow(),
        expected(spec));
  }

  /** Takes or prolongs the right to write a pool, or comes back later. */
  void lease(String pool, String experiment) {
    if (!pools.lease(pool, experiment, config.lease())) {
      throw Failures.later(
          FailureType.STORE_UNAVAILABLE,
          "Another experiment is writing pool %s.\nMaybe wait until it is done.".formatted(pool),
          WAIT);
    }
  }

  void requireSameWording(PoolRecord pool) {
    String now = rules.wording().sha256();
    if (!pool.wording().equals(now)) {
      throw Failures.of(
          FailureType.PROMPT_DRIFT,
          "Pool %s was opened with the fixed texts %s; here they are %s.\nMaybe start every process with the same voxpop.backstory settings."
              .formatted(pool.id(), pool.wording(), now));
    }
  }

  private PoolRecord add(PoolSpec spec) {
    List<Slot> slots = slots(spec);
    PoolKind kind = spec.source().prime() == null ? PoolKind.GENERATED : PoolKind.PRIMED;
    String json = Json.write(spec);
    String hash = rules.wording().sha256();
    return pools.open(
        new PoolRecord(spec.pool(), spec.name(), kind, false, json, hash, slots.size(), 0, false),
        slots);
  }

  private List<Slot> slots(PoolSpec spec) {
    Prime prime = spec.source().prime();
    if (prime == null) {
      return IntStream.range(0, spec.stories()).mapToObj(Slot::free).toList();
    }
    Wave wave = rules.wave(spec);
    SampleSpec sample = Objects.requireNonNull(spec.sample());
    List<Slot> slots = new ArrayList<>();
    for (RespondentRow row :
        respondents.of(sample.draw(), PrimePrompt.columns(wave, prime.traits()))) {
      slots.add(
          Slot.forRespondent(
              slots.size(),
              row.respondent(),
              PrimePrompt.byTrait(wave, prime.traits(), row.codes())));
    }
    return slots;
  }

  private static Roster closed(PoolRecord pool) {
    int size = pool.slots();
    return new Roster(size, size, size, 0, Math.max(1, size), 1, Allowance.NONE);
  }

  /** Half of the longest story a candidate, one round, and a verdict or two. */
  private Allowance expected(PoolSpec spec) {
    Generate drawing = rules.drawing(spec);
    ModelEndpoint writer = models.byAlias(spec.models().stories());
    int atOnce = Math.min(writer.facts().maxN(), drawing.candidates());
    long output = (long) atOnce * drawing.maxTokens() / 2;
    Allowance slot = priced(writer, TOKENS_OF_A_PROMPT, output);
    if (drawing.preamble()) {
      slot = slot.plus(priced(writer, TOKENS_OF_A_PROMPT, TOKENS_OF_A_PROMPT));
    }
    if (drawing.gates().judge()) {
      ModelEndpoint judge = models.byAlias(spec.models().judge());
      slot = slot.plus(priced(judge, TOKENS_OF_A_VERDICT, TOKENS_OF_A_PROMPT).times(2));
    }
    return slot.times(Math.min(config.batchSize(), Math.max(1, spec.stories())));
  }

  private static Allowance priced(ModelEndpoint model, long input, long output) {
    return new Allowance(1, input + output, model.pricing().worstCase(input, output));
  }
}
