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
import dev.voxpop.survey.station.Arms;
import dev.voxpop.survey.station.Database;
import dev.voxpop.survey.station.HttpModel;
import dev.voxpop.survey.station.Servers;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.Station;
import dev.voxpop.survey.store.RosterRow;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
          + " a.masses, a.parser FROM survey.answer a JOIN survey.member m ON m.roster = a.roster"
          + " AND m.ordinal = a.member ORDER BY a.id";

  /** What was drawn of every answer, whatever its request is called. */
  private static final String DRAWN =
      "SELECT member, question, repeat, position, attempts, seed, state, option, code,"
          + " display_order, raw, finish, input_tokens, output_tokens, micros FROM survey.answer"
          + " ORDER BY member, question, repeat";

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
  void probabilities_readBesideTheAnswers_changeNoAnswerAndCostNoCall() {
    Database plain = servers.database("plain");
    Database reading = servers.database("reading");
    BatchReceipt without = interviewed(plain, Specs.matched("greedy"), 16);
    BatchReceipt with = interviewed(reading, Arms.reading(Specs.matched("greedy")), 16);

    assertThat(with.settled()).isEqualTo(without.settled());
    assertThat(reading.rows(DRAWN)).hasSizeGreaterThan(200).isEqualTo(plain.rows(DRAWN));
    assertThat(plain.number("SELECT count(masses) FROM survey.answer")).isZero();
    assertThat(plain.number("SELECT count(masses) FROM survey.attempt")).isZero();
    for (String table : List.of("answer", "attempt")) {
      assertThat(
              reading.rows(
                  "SELECT * FROM survey." + table + " WHERE (masses IS NULL) <> (finish IS NULL)"))
          .as("%s: every draw with a reply has them", table)
          .isEmpty();
    }
  }

  @Test
  void probabilities_ofManyPersonas_lieNearTheSharesOfTheirDrawnAnswers() {
    Database database = servers.database("shares");
    interviewed(database, Arms.reading(Specs.baseline("qa")), 16, 250);

    double all = 0;
    for (int question = 0; question < QUESTIONS; question++) {
      double[] read = new double[9];
      double[] drawn = new double[9];
      for (String row :
          database.rows(
              "SELECT option, masses FROM survey.answer WHERE state = 'valid' AND question = "
                  + question)) {
        List<String> cells = List.of(row.split("\\|", -1));
        drawn[Integer.parseInt(cells.getFirst())]++;
        double[] masses =
            Arrays.stream(cells.getLast().split(",")).mapToDouble(Double::valueOf).toArray();
        double sum = Arrays.stream(masses).sum();
        assertThat(sum).isBetween(0.0, 1.0 + 1e-12);
        for (int k = 0; k < masses.length && sum >= .05; k++) {
          read[k] += masses[k] / sum;
        }
      }
      all += variation(read, drawn) / QUESTIONS;
    }
    assertThat(all).as("mean total variation over questions").isLessThan(.05);
  }

  private static double variation(double[] one, double[] two) {
    double[] shares = {Arrays.stream(one).sum(), Arrays.stream(two).sum()};
    double sum = 0;
    for (int k = 0; k < one.length; k++) {
      sum += Math.abs(one[k] / shares[0] - two[k] / shares[1]) / 2;
    }
    return sum;
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
    return interviewed(database, spec, concurrency, PEOPLE);
  }

  private BatchReceipt interviewed(Database database, ArmSpec spec, int concurrency, int people) {
    try (Station station =
        Station.open(database.source(), new HttpModel(simulator.port()), concurrency)) {
      RosterRow roster = station.enrol(spec, people);
      Outcome outcome = station.interview(spec, roster, 0, Allowance.WITHOUT_LIMIT);
      assertThat(station.defects).isEmpty();
      assertThat(outcome).isInstanceOf(Outcome.Returned.class);
      return ((Outcome.Returned) outcome).receipt();
    }
  }
}
