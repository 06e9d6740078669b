package dev.voxpop.survey.activity;

import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.survey.EnrolStories;
import dev.voxpop.contracts.survey.TraitBatch;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.activity.ActivityPulse;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.survey.config.Instruments;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.survey.demographics.TraitPlan;
import dev.voxpop.survey.demographics.TraitResult;
import dev.voxpop.survey.interview.AnswerReaders;
import dev.voxpop.survey.roster.Grain;
import dev.voxpop.survey.roster.Member;
import dev.voxpop.survey.roster.Peers;
import dev.voxpop.survey.store.Claim;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.TraitStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The stories of pools: enrolling them and asking their traits. */
@ApplicationScoped
public class TraitPools {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int TOKENS_PER_QUESTION = 120;

  private final RosterStore rosters;
  private final TraitStore store;
  private final Peers peers;
  private final Instruments instruments;
  private final Models models;
  private final AnswerReaders readers;
  private final Batches batches;
  private final SurveyConfig config;
  private final Map<String, TraitPlan> plans = new ConcurrentHashMap<>();

  /** What is asked of a pool, as it is stored. */
  record TraitSurveySpec(TraitSpec traits, SurveySpec survey) {}

  /** Works with these stores, peers, instruments and models. */
  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public TraitPools(
      RosterStore rosters,
      TraitStore store,
      Peers peers,
      Instruments instruments,
      Models models,
      AnswerReaders readers,
      Batches batches,
      SurveyConfig config) {
    this.rosters = rosters;
    this.store = store;
    this.peers = peers;
    this.instruments = instruments;
    this.models = models;
    this.readers = readers;
    this.batches = batches;
    this.config = config;
  }

  /** Enrols the stories of a pool. */
  Roster enrol(EnrolStories request, Heartbeat heartbeat) {
    TraitSurveySpec spec = new TraitSurveySpec(request.traits(), request.survey());
    AtomicLong enrolled = new AtomicLong();
    try (Stream<StoryRow> stories = peers.stories(request.pool())) {
      RosterRow roster =
          rosters.enrol(
              wanted(request.pool(), spec),
              stories
                  .peek(story -> heartbeat.beat(enrolled.incrementAndGet()))
                  .map(TraitPools::member));
      return described(roster, plan(roster));
    }
  }

  /** Asks the traits of a batch of stories. */
  BatchReceipt ask(TraitBatch batch, ActivityPulse pulse) {
    RosterRow roster =
        find(batch.pool(), batch.traitKey())
            .orElseThrow(
                () ->
                    new Failures.MissingData(
                        "The stories of pool %s were never enrolled for traits %s.\nMaybe the database was exchanged."
                            .formatted(batch.pool(), batch.traitKey())));
    Claim claim =
        new Claim(roster, batch.experiment(), pulse.path(), batch.from(), batch.to(), batch.turn());
    OpenBatch<TraitResult> open = store.open(claim, plan(roster));
    Batches.Turn turn = new Batches.Turn(batch.experiment(), batch.allowance());
    return batches.run(open, turn, pulse, () -> store.rest(claim));
  }

  /** The enrolled stories of a pool. */
  public Optional<RosterRow> find(String pool, String traitKey) {
    return rosters.traits(pool, traitKey);
  }

  /** The plan of enrolled stories. */
  public TraitPlan plan(RosterRow roster) {
    String name = roster.key() + "/" + roster.hash();
    return plans.computeIfAbsent(
        name, key -> plan(Json.read(roster.spec(), TraitSurveySpec.class)));
  }

  private TraitPlan plan(TraitSurveySpec spec) {
    Wave wave = instruments.wave(spec.survey().wave(), spec.survey().waveHash());
    ModelEndpoint answering = models.byAlias(spec.traits().models().interview());
    ModelEndpoint reading = models.byAlias(spec.traits().models().reader());
    return TraitPlan.of(
        spec.traits(),
        new TraitPlan.Instrument(instruments.waves().traits(), wave.phrases(), readers),
        new TraitPlan.Models(
            answering.facts(), reading.facts(), answering.pricing(), reading.pricing()));
  }

  private RosterRow wanted(String pool, TraitSurveySpec spec) {
    return new RosterRow(
        0,
        RosterRow.Kind.TRAITS,
        "",
        pool,
        spec.traits().key(),
        Json.write(spec),
        0,
        spec.traits().choice().use().size(),
        1,
        models.byAlias(spec.traits().models().interview()).facts().simulated());
  }

  private Roster described(RosterRow roster, TraitPlan plan) {
    int grain = Grain.of(config.batchSize(), plan.requests());
    RosterStore.Stored stored = rosters.stored(roster);
    return new Roster(
        roster.size(),
        roster.cells(),
        stored.answered(),
        stored.failed(),
        grain,
        config.batchWindow(),
        expected(roster, plan).times(Math.min(grain, Math.max(1, roster.size()))));
  }

  private Allowance expected(RosterRow roster, TraitPlan plan) {
    long passage = rosters.meanPassage(roster) / CHARACTERS_PER_TOKEN;
    long calls = plan.requests();
    long input = calls * (passage + TOKENS_PER_QUESTION);
    long output = plan.mostOutputTokens();
    ModelEndpoint model = models.byAlias(plan.spec().models().interview());
    return new Allowance(calls, input + output, model.pricing().worstCase(input, output));
  }

  private static Member member(StoryRow story) {
    return new Member(story.story(), story.story(), story.respondent(), story.passage(), "");
  }
}
