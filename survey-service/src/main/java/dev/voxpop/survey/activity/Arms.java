package dev.voxpop.survey.activity;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.Roster;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.hosting.Json;
import dev.voxpop.instrument.wave.Wave;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.activity.ActivityPulse;
import dev.voxpop.languagemodel.ModelEndpoint;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.survey.config.Instruments;
import dev.voxpop.survey.config.SurveyConfig;
import dev.voxpop.survey.event.ResponseEvents;
import dev.voxpop.survey.interview.AnswerReaders;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.roster.ArmRoster;
import dev.voxpop.survey.roster.Grain;
import dev.voxpop.survey.roster.Member;
import dev.voxpop.survey.roster.Peers;
import dev.voxpop.survey.store.ArmStore;
import dev.voxpop.survey.store.Claim;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** The arms of experiments: enrolling their personas and interviewing them. */
@ApplicationScoped
public class Arms {
  private static final int CHARACTERS_PER_TOKEN = 4;
  private static final int TOKENS_PER_QUESTION = 80;

  private final RosterStore rosters;
  private final ArmStore store;
  private final Peers peers;
  private final Instruments instruments;
  private final Models models;
  private final AnswerReaders readers;
  private final Batches batches;
  private final SurveyConfig config;
  private final Map<String, ArmPlan> plans = new ConcurrentHashMap<>();

  /** Works with these stores, peers, instruments and models. */
  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public Arms(
      RosterStore rosters,
      ArmStore store,
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

  /** Enrols an arm's personas. */
  Roster enrol(ArmSpec spec, Heartbeat heartbeat) {
    Wave wave = instruments.wave(spec.survey().wave(), spec.survey().waveHash());
    AtomicLong enrolled = new AtomicLong();
    try (Stream<Member> members = ArmRoster.of(spec, wave, peers).members()) {
      RosterRow roster =
          rosters.enrol(
              wanted(spec), members.peek(member -> heartbeat.beat(enrolled.incrementAndGet())));
      return described(roster, spec);
    }
  }

  /** Interviews a batch of an arm's personas. */
  BatchReceipt interview(InterviewBatch batch, ActivityPulse pulse) {
    RosterRow roster = require(batch.experiment(), batch.arm());
    ArmPlan plan = ableToAsk(roster);
    Claim claim =
        new Claim(roster, batch.experiment(), pulse.path(), batch.from(), batch.to(), batch.turn());
    ResponseEvents events = ResponseEvents.of(plan, models.byAlias(plan.alias()).facts());
    OpenBatch<Draw> open = store.open(claim, plan, events);
    Batches.Turn turn = new Batches.Turn(batch.experiment(), batch.allowance());
    return batches.run(open, turn, pulse, () -> store.rest(claim));
  }

  /** The arm of an experiment. */
  RosterRow require(String experiment, String arm) {
    return rosters
        .arm(experiment, arm)
        .orElseThrow(
            () ->
                new Failures.MissingData(
                    "Arm %s of %s was never enrolled.\nMaybe the database was exchanged."
                        .formatted(arm, experiment)));
  }

  /** The plan of an arm that is about to be asked: its model must still give what it gave. */
  private ArmPlan ableToAsk(RosterRow roster) {
    ArmPlan plan = plan(roster);
    if (plan.lacksProbabilities()) {
      throw new IllegalStateException(
          "Arm %s reads token probabilities, and the model alias \"%s\" gives none.\nMaybe its configuration was changed during the run."
              .formatted(roster.name(), plan.alias()));
    }
    return plan;
  }

  /** The plan of a stored arm. */
  ArmPlan plan(RosterRow roster) {
    String name = roster.key() + "/" + roster.hash();
    return plans.computeIfAbsent(name, key -> plan(Json.read(roster.spec(), ArmSpec.class)));
  }

  private ArmPlan plan(ArmSpec spec) {
    Wave wave = instruments.wave(spec.survey().wave(), spec.survey().waveHash());
    ModelEndpoint model = models.byAlias(spec.models().interview());
    ArmPlan.Model known = new ArmPlan.Model(model.pricing(), model.facts().topLogprobs());
    return ArmPlan.of(spec, wave, known, readers);
  }

  private RosterRow wanted(ArmSpec spec) {
    return new RosterRow(
        0,
        RosterRow.Kind.ARM,
        spec.experiment(),
        spec.arm(),
        spec.hash(),
        Json.write(spec),
        0,
        spec.survey().questions().size(),
        spec.survey().repeats(),
        models.byAlias(spec.models().interview()).facts().simulated());
  }

  private Roster described(RosterRow roster, ArmSpec spec) {
    long cellsOfMember = (long) roster.steps() * roster.repeats();
    int grain = Grain.of(config.batchSize(), cellsOfMember);
    RosterStore.Stored stored = rosters.stored(roster);
    return new Roster(
        roster.size(),
        roster.cells(),
        stored.answered(),
        stored.failed(),
        grain,
        config.batchWindow(),
        expected(roster, spec).times(Math.min(grain, Math.max(1, roster.size()))));
  }

  /** What one member is expected to spend: every question follows half of the others. */
  private Allowance expected(RosterRow roster, ArmSpec spec) {
    long calls = (long) roster.steps() * roster.repeats();
    long passage = rosters.meanPassage(roster) / CHARACTERS_PER_TOKEN;
    long context = spec.survey().inSeries() ? (long) roster.steps() * TOKENS_PER_QUESTION / 2 : 0;
    long input = calls * (passage + context + TOKENS_PER_QUESTION);
    long output = calls * spec.decoding().maxTokens();
    ModelEndpoint model = models.byAlias(spec.models().interview());
    return new Allowance(calls, input + output, model.pricing().worstCase(input, output));
  }
}
