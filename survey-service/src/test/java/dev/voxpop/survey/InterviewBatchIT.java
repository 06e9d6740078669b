package dev.voxpop.survey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.BatchReceipt;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.interviewing.Outcome;
import dev.voxpop.simulator.SimulatorOptions;
import dev.voxpop.simulator.SimulatorServer;
import dev.voxpop.survey.station.Database;
import dev.voxpop.survey.station.HttpModel;
import dev.voxpop.survey.station.Servers;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.Station;
import dev.voxpop.survey.store.RosterRow;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterviewBatchIT {
  private static final int PEOPLE = 30;
  private static final int QUESTIONS = 12;

  /** Everything that is stored of an answer, less its time and latency. */
  static final String ANSWERS =
      "SELECT m.subject, a.question, a.repeat, a.id, encode(a.prompt_hash, 'hex'), a.position,"
          + " a.attempts, a.seed, a.state, a.first_state, a.reason, a.option, a.code,"
          + " a.display_order, a.raw, a.finish, a.model, a.input_tokens, a.output_tokens, a.micros,"
          + " a.parser FROM survey.answer a JOIN survey.member m ON m.roster = a.roster"
          + " AND m.ordinal = a.member ORDER BY a.id";

  private Servers servers;
  private SimulatorServer simulator;

  @BeforeAll
  void start(@TempDir Path folder) {
    servers = Servers.start(folder, EmbeddedServer.POSTGRES);
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @BeforeEach
  void startSimulator() {
    simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS);
  }

  @AfterEach
  void stopSimulator() {
    simulator.close();
  }

  @Test
  void batch_undisturbed_storesEveryCellOnceWithItsEvent() {
    Database database = servers.database("undisturbed");
    BatchReceipt receipt = interviewed(database, Specs.baseline("qa"), 16);

    assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
    assertThat(receipt.done()).isEqualTo(PEOPLE);
    assertThat(receipt.answered()).isEqualTo((long) PEOPLE * QUESTIONS);
    assertThat(database.number("SELECT count(*) FROM survey.answer"))
        .isEqualTo((long) PEOPLE * QUESTIONS);
    assertThat(database.rows("SELECT id FROM survey.answer EXCEPT SELECT id FROM survey.outbox"))
        .isEmpty();
    assertThat(database.number("SELECT count(*) FROM survey.outbox"))
        .isEqualTo((long) PEOPLE * QUESTIONS);
    assertThat(database.number("SELECT count(*) FROM survey.series WHERE phase <> 2")).isZero();
  }

  @Test
  void calls_ofABatch_areThoseThatTheModelSaw() {
    Database database = servers.database("calls");
    BatchReceipt receipt = interviewed(database, Specs.baseline("qa"), 16);

    long draws = database.number("SELECT sum(attempts) FROM survey.answer");
    assertThat(draws)
        .isEqualTo(
            database.number(
                "SELECT (SELECT count(*) FROM survey.answer WHERE attempts > 0)"
                    + " + (SELECT count(*) FROM survey.attempt)"));
    assertThat(simulator.stats().calls()).isEqualTo(draws).isEqualTo(receipt.settled().calls());
    assertThat(receipt.settled().tokens())
        .isEqualTo(simulator.stats().inputTokens() + simulator.stats().outputTokens());
    assertThat(simulator.stats().repeats()).isZero();
    assertThat(database.number("SELECT count(*) FROM survey.answer WHERE state = 'valid'"))
        .isGreaterThan((long) PEOPLE * QUESTIONS * 8 / 10);
  }

  @Test
  void answers_withOneAndWithSixteenAtATime_areTheSame() {
    Database one = servers.database("one");
    Database sixteen = servers.database("sixteen");
    interviewed(one, Specs.matched("greedy"), 1);
    interviewed(sixteen, Specs.matched("greedy"), 16);

    assertThat(sixteen.rows(ANSWERS)).hasSizeGreaterThan(200).isEqualTo(one.rows(ANSWERS));
  }

  @Test
  void stored_ofAnUnfinishedBatch_countsTheAnswersOfUnfinishedInterviewsToo() {
    Database database = servers.database("stored");
    ArmSpec spec = Specs.baseline("qa");
    try (Station station = Station.open(database.source(), new HttpModel(simulator.port()), 4)) {
      RosterRow roster = station.enrol(spec, PEOPLE);
      assertThat(station.rosters.stored(roster).answered()).isZero();
      station.interview(spec, roster, 0, new Allowance(5, 1_000_000, 1_000_000));

      assertThat(station.rosters.stored(roster).answered())
          .isPositive()
          .isLessThan(QUESTIONS)
          .isEqualTo(database.number("SELECT count(*) FROM survey.answer"));
      assertThat(station.rosters.stored(roster).failed())
          .isEqualTo(
              database.number(
                  "SELECT count(*) FROM survey.answer"
                      + " WHERE state IN ('unreadable', 'truncated', 'error')"));
    }
  }

  private BatchReceipt interviewed(Database database, ArmSpec spec, int concurrency) {
    try (Station station =
        Station.open(database.source(), new HttpModel(simulator.port()), concurrency)) {
      RosterRow roster = station.enrol(spec, PEOPLE);
      Outcome outcome = station.interview(spec, roster, 0, Allowance.WITHOUT_LIMIT);
      assertThat(station.defects).isEmpty();
      assertThat(outcome).isInstanceOf(Outcome.Returned.class);
      return ((Outcome.Returned) outcome).receipt();
    }
  }
}
