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
import dev.voxpop.survey.station.ChildInterviewer;
import dev.voxpop.survey.station.CrashPoint;
import dev.voxpop.survey.station.Database;
import dev.voxpop.survey.station.HttpModel;
import dev.voxpop.survey.station.Servers;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.Station;
import dev.voxpop.survey.store.RosterRow;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterviewCrashIT {
  private static final int PEOPLE = 30;
  private static final int IN_FLIGHT = 8;
  private static final String SPENT = "SELECT sum(calls) FROM survey.lease";
  private static final String LOST = "SELECT sum(lost) FROM survey.lease";
  private static final String ENDED =
      "SELECT (SELECT count(*) FROM survey.answer WHERE attempts > 0)"
          + " + (SELECT count(*) FROM survey.attempt)";
  private static final String DOUBLE_EVENTS =
      "SELECT id FROM survey.outbox GROUP BY id HAVING count(*) > 1";
  private static final String EVENTS_WITHOUT_ROW =
      "SELECT id FROM survey.outbox EXCEPT SELECT id FROM survey.answer";
  private static final String ROWS_WITHOUT_EVENT =
      "SELECT id FROM survey.answer EXCEPT SELECT id FROM survey.outbox";

  private Servers servers;
  private List<String> undisturbed;

  @BeforeAll
  void start(@TempDir Path folder) {
    servers = Servers.start(folder, EmbeddedServer.POSTGRES);
    Database database = servers.database("undisturbed");
    try (SimulatorServer simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS)) {
      enrol(database);
      assertThat(goOn(database.source(), simulator).end()).isEqualTo(BatchEnd.DONE);
    }
    undisturbed = database.rows(InterviewBatchIT.ANSWERS);
    assertThat(database.number("SELECT count(masses) FROM survey.answer")).isPositive();
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @ParameterizedTest
  @EnumSource(CrashPoint.class)
  void process_killed_isContinuedToTheSameRowsWithoutBuyingMoreThanWasInFlight(CrashPoint point)
      throws Exception {
    Database database = servers.database("killed_" + point.name().toLowerCase(Locale.ROOT));
    try (SimulatorServer simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS)) {
      enrol(database);

      int exit = ChildInterviewer.run(database, simulator.port(), point, 23);
      assertThat(exit).isEqualTo(137);
      long before = database.number("SELECT count(*) FROM survey.answer");
      assertThat(before).isBetween(1L, undisturbed.size() - 1L);
      BatchReceipt receipt = goOn(database.source(), simulator);

      assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
      assertThat(database.rows(InterviewBatchIT.ANSWERS)).isEqualTo(undisturbed);
      assertThat(simulator.stats().repeats()).isLessThanOrEqualTo(IN_FLIGHT);
      assertThat(receipt.lostCalls()).isEqualTo(database.number(LOST)).isBetween(0L, 8L);
      assertThat(simulator.stats().calls())
          .isLessThanOrEqualTo(database.number(ENDED) + database.number(LOST));
      assertThat(database.number(SPENT))
          .isEqualTo(database.number(ENDED) + database.number(LOST))
          .isEqualTo(receipt.settled().calls());
      assertThat(database.rows(DOUBLE_EVENTS)).isEmpty();
      assertThat(database.rows(EVENTS_WITHOUT_ROW)).isEmpty();
      assertThat(database.rows(ROWS_WITHOUT_EVENT)).isEmpty();
    }
  }

  @Test
  void commits_thatSucceedAndThenSeemToFail_changeNothing() {
    Database database = servers.database("succeed_then_throw");
    try (SimulatorServer simulator = SimulatorServer.start(SimulatorOptions.DEFAULTS)) {
      enrol(database);
      DataSource source =
          CrashPoint.succeedThenThrow(database.source(), number -> number > 4 && number % 7 == 0);

      BatchReceipt receipt = goOn(source, simulator);

      assertThat(receipt.end()).isEqualTo(BatchEnd.DONE);
      assertThat(database.rows(InterviewBatchIT.ANSWERS)).isEqualTo(undisturbed);
      assertThat(simulator.stats().repeats()).isZero();
      assertThat(database.number(SPENT)).isEqualTo(simulator.stats().calls());
      assertThat(database.rows(DOUBLE_EVENTS)).isEmpty();
    }
  }

  private static void enrol(Database database) {
    try (Station station = Station.open(database.source(), new HttpModel(1), 1)) {
      assertThat(station.enrol(Arms.reading(Specs.matched("greedy")), PEOPLE).size()).isPositive();
    }
  }

  private static BatchReceipt goOn(DataSource source, SimulatorServer simulator) {
    ArmSpec spec = Arms.reading(Specs.matched("greedy"));
    try (Station station = Station.open(source, new HttpModel(simulator.port()), IN_FLIGHT)) {
      RosterRow roster = station.rosters.arm(spec.experiment(), spec.arm()).orElseThrow();
      Outcome outcome = station.interview(spec, roster, 0, Allowance.WITHOUT_LIMIT);
      assertThat(station.defects).isEmpty();
      return ((Outcome.Returned) outcome).receipt();
    }
  }
}
