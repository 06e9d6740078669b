package dev.voxpop.survey.station;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.interviewing.AliasHealth;
import dev.voxpop.interviewing.BatchRun;
import dev.voxpop.interviewing.BatchSetting;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Outcome;
import dev.voxpop.interviewing.Pulse;
import dev.voxpop.interviewing.store.GroupCommit;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.languagemodel.LanguageModel;
import dev.voxpop.languagemodel.Models;
import dev.voxpop.survey.event.ResponseEvents;
import dev.voxpop.survey.interview.ArmPlan;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.interview.OptionReaders;
import dev.voxpop.survey.roster.ArmRoster;
import dev.voxpop.survey.store.ArmStore;
import dev.voxpop.survey.store.Claim;
import dev.voxpop.survey.store.ProgressStore;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.RosterStore;
import dev.voxpop.survey.store.SeriesWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** One process of the survey stage: its writer, its stores and its models. */
public final class Station implements AutoCloseable {
  public final DataSource source;
  public final Models models;
  public final SteeringBoard board;
  public final SeriesWriter writer;
  public final RosterStore rosters;
  public final ArmStore arms;
  public final ProgressStore progress;
  public final List<RuntimeException> defects = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, AliasHealth> health = new ConcurrentHashMap<>();

  private Station(DataSource source, LanguageModel model, int concurrency) {
    this.source = source;
    this.models = TestModels.of(model, concurrency);
    this.board = SteeringBoard.over(Transactions.on("survey", source), order -> {});
    this.writer =
        SeriesWriter.start(
            board, new GroupCommit.Rhythm(Duration.ofMillis(5), 256, Duration.ofSeconds(20)));
    this.rosters = RosterStore.of(source);
    this.arms = ArmStore.of(source, writer, OptionReaders.english().version());
    this.progress = ProgressStore.of(source);
  }

  public static Station open(DataSource source, LanguageModel model, int concurrency) {
    return new Station(source, model, concurrency);
  }

  /** Enrols an arm of invented people. */
  public RosterRow enrol(ArmSpec spec, int people) {
    RosterRow wanted =
        new RosterRow(
            0,
            RosterRow.Kind.ARM,
            spec.experiment(),
            spec.arm(),
            spec.hash(),
            spec.toString(),
            0,
            spec.survey().questions().size(),
            spec.survey().repeats(),
            true);
    return rosters.enrol(wanted, ArmRoster.of(spec, Specs.WAVE, new People(people)).members());
  }

  public ArmPlan plan(ArmSpec spec) {
    return ArmPlan.of(spec, Specs.WAVE, TestModels.MODEL, OptionReaders.english());
  }

  public OpenBatch<Draw> open(ArmSpec spec, RosterRow roster, int turn) {
    ArmPlan plan = plan(spec);
    ResponseEvents events =
        ResponseEvents.of(plan, models.byAlias(spec.models().interview()).facts());
    return arms.open(
        new Claim(
            roster,
            Specs.EXPERIMENT,
            Specs.EXPERIMENT + "/arm/" + spec.arm(),
            0,
            roster.size(),
            turn),
        plan,
        events);
  }

  /** Interviews everyone of an arm in one batch. */
  public Outcome interview(ArmSpec spec, RosterRow roster, int turn, Allowance allowance) {
    return BatchRun.run(open(spec, roster, turn), setting(allowance));
  }

  public BatchSetting setting(Allowance allowance) {
    return new BatchSetting(
        Specs.EXPERIMENT,
        models::byAlias,
        alias -> health.computeIfAbsent(alias, name -> new AliasHealth()),
        board.of(Specs.EXPERIMENT),
        counters -> Pulse.Wish.GO_ON,
        allowance,
        Duration.ofMinutes(5),
        defects::add);
  }

  public void steer(ControlOrder order) {
    board.write(order);
  }

  @Override
  public void close() {
    writer.close();
  }
}
