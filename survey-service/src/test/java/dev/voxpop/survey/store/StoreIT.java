package dev.voxpop.survey.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.embedded.EmbeddedServer;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Entry;
import dev.voxpop.interviewing.Move;
import dev.voxpop.interviewing.OpenBatch;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.Receipt;
import dev.voxpop.interviewing.Series;
import dev.voxpop.interviewing.store.SteeringBoard;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.languagemodel.Reply;
import dev.voxpop.languagemodel.Usage;
import dev.voxpop.survey.interview.Draw;
import dev.voxpop.survey.station.Arms;
import dev.voxpop.survey.station.Database;
import dev.voxpop.survey.station.Servers;
import dev.voxpop.survey.station.Specs;
import dev.voxpop.survey.station.Station;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StoreIT {
  private static final ArmSpec SPEC = Specs.baseline("qa");
  private static final Bill ONE_CALL = new Bill(new Allowance(1, 100, 20), 0);

  private Servers servers;
  private Database database;
  private Station station;
  private RosterRow roster;
  private int databases;

  @BeforeAll
  void start(@TempDir Path folder) {
    servers = Servers.start(folder, EmbeddedServer.POSTGRES);
  }

  @AfterAll
  void stop() {
    servers.close();
  }

  @BeforeEach
  void open() {
    database = servers.database("store" + databases++);
    station =
        Station.open(
            database.source(),
            prompt -> {
              throw new IllegalStateException("nobody is asked here");
            },
            1);
    roster = station.enrol(SPEC, 20);
  }

  @AfterEach
  void close() {
    station.close();
  }

  @Test
  void answer_changedOrDeleted_isRefusedByTheDatabase() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    write(batch, answer(batch, 0, " (A)"));

    for (String change :
        List.of(
            "UPDATE survey.answer SET code = '1'",
            "DELETE FROM survey.answer",
            "TRUNCATE survey.answer",
            "UPDATE survey.attempt SET raw = ''",
            "DELETE FROM survey.attempt")) {
      assertThatThrownBy(() -> database.execute(change)).hasMessageContaining("only grows");
    }
    assertThat(database.number("SELECT count(*) FROM survey.answer")).isEqualTo(1);
  }

  @Test
  void answer_cellIsFilled_theStoredOneIsHandedBackAndTheLaterIsKeptForItsCost() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    Entry<Draw> first = answer(batch, 0, " (A)");
    Entry<Draw> later = answer(batch, 0, " (B)");

    write(batch, first);
    Receipt<Draw> receipt = write(batch, later);

    assertThat(receipt.standing()).isEqualTo(Receipt.Standing.CURRENT);
    assertThat(receipt.stored()).isEqualTo(first.result());
    assertThat(database.rows("SELECT raw FROM survey.answer")).containsExactly(" (A)");
    assertThat(database.rows("SELECT raw, draw FROM survey.attempt WHERE discarded > 0"))
        .containsExactly(" (B)|0");
    assertThat(database.number("SELECT count(*) FROM survey.outbox")).isEqualTo(1);
    assertThat(database.rows("SELECT answered, calls FROM survey.lease")).containsExactly("1|2");
  }

  @Test
  void answer_ofAnotherPromptForAFilledCell_isADriftThatNamesBothHashes() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    Entry<Draw> first = answer(batch, 0, " (A)");
    write(batch, first);
    Draw draw = drawOf(first);
    String other = "f".repeat(64);
    Draw drifted =
        new Draw(
            draw.cell(),
            0,
            draw.seed(),
            other,
            draw.finding(),
            draw.masses(),
            draw.firstState(),
            draw.utterance(),
            draw.finality());

    Receipt<Draw> receipt =
        write(batch, new Entry<>(first.key(), first.cursor(), drifted, ONE_CALL));

    assertThat(receipt.standing()).isEqualTo(Receipt.Standing.HALTED);
    assertThat(receipt.detail()).contains(other).contains(draw.promptHash());
    assertThat(database.number("SELECT count(*) FROM survey.answer")).isEqualTo(1);
  }

  @Test
  void draw_askedAgainByTwoTries_countsOnce() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    write(batch, answer(batch, 0, " purple"));

    Receipt<Draw> receipt = write(batch, answer(batch, 0, " yellow"));

    assertThat(receipt.stored()).isNotNull();
    assertThat(receipt.stored().utterance().raw()).isEqualTo(" purple");
    assertThat(database.rows("SELECT raw, discarded > 0 FROM survey.attempt ORDER BY discarded"))
        .containsExactly(" purple|f", " yellow|t");
  }

  @Test
  void try_takenOver_storesWhatItHoldsButMovesNoCursor() throws Exception {
    OpenBatch<Draw> stale = station.open(SPEC, roster, 0);
    station.open(SPEC, roster, 0);

    Receipt<Draw> receipt = write(stale, answer(stale, 3, " (A)"));

    assertThat(receipt.standing()).isEqualTo(Receipt.Standing.OVERTAKEN);
    assertThat(database.number("SELECT count(*) FROM survey.answer")).isEqualTo(1);
    assertThat(database.number("SELECT step FROM survey.series WHERE member = 3")).isZero();
    OpenBatch<Draw> next = station.open(SPEC, roster, 0);
    assertThat(next.series().get(3).protocol().place()).isEqualTo(new Place(1, 0));
  }

  @Test
  void call_announcedByADeadTry_isLostAtItsWorstCase() throws Exception {
    OpenBatch<Draw> dead = station.open(SPEC, roster, 0);
    Series<Draw> series = dead.series().getFirst();
    Cursor calling =
        new Cursor(
            Place.START, Cursor.Phase.CALLING, Cursor.Trouble.NONE, new Allowance(1, 1_000, 300));
    dead.journal().write(new Entry<>(series.key(), calling, null, Bill.NONE));

    OpenBatch<Draw> next = station.open(SPEC, roster, 0);
    OpenBatch<Draw> again = station.open(SPEC, roster, 0);

    assertThat(next.turn().bill()).isEqualTo(new Bill(new Allowance(1, 1_000, 300), 1));
    assertThat(next.series().getFirst().trouble().tries()).isEqualTo(1);
    assertThat(again.turn().bill().lostCalls()).as("counted once").isEqualTo(1);
  }

  @Test
  void turn_repeated_knowsWhatWasSpent_andTheNextTurnBeginsAtNothing() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 4);
    write(batch, answer(batch, 0, " (A)"));

    assertThat(station.open(SPEC, roster, 4).turn())
        .isEqualTo(new OpenBatch.TurnCount(ONE_CALL, 1, 0));
    assertThat(station.open(SPEC, roster, 5).turn()).isEqualTo(OpenBatch.TurnCount.NOTHING);
  }

  @Test
  void tries_thatStoreNothing_areCountedUntilOneStoresSomething() throws Exception {
    assertThat(station.open(SPEC, roster, 0).barren()).isZero();
    assertThat(station.open(SPEC, roster, 0).barren()).isEqualTo(1);
    OpenBatch<Draw> third = station.open(SPEC, roster, 1);
    assertThat(third.barren()).isEqualTo(2);

    write(third, answer(third, 0, " (A)"));

    assertThat(station.open(SPEC, roster, 2).barren()).isZero();
  }

  @Test
  void try_endedInOrder_isNotHeldAgainstTheNextOne() {
    station.open(SPEC, roster, 0);
    station.arms.rest(new Claim(roster, Specs.EXPERIMENT, "path", 0, roster.size(), 0));

    assertThat(station.open(SPEC, roster, 1).barren()).isZero();
  }

  @Test
  void entries_ofManySeries_shareCommits() throws Exception {
    RosterRow large = station.enrol(Specs.baseline("large"), 300);
    ArmSpec spec = Specs.baseline("large");
    OpenBatch<Draw> batch = station.open(spec, large, 0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Receipt<Draw>>> receipts = new ArrayList<>();
      for (int member = 0; member < 300; member++) {
        Entry<Draw> entry = answer(batch, member, " (A)");
        receipts.add(threads.submit(() -> write(batch, entry)));
      }
      for (Future<Receipt<Draw>> receipt : receipts) {
        assertThat(receipt.get().standing()).isEqualTo(Receipt.Standing.CURRENT);
      }
    }

    assertThat(database.number("SELECT count(*) FROM survey.answer")).isEqualTo(300);
    assertThat(database.number("SELECT max(sequence) FROM survey.writer")).isLessThanOrEqualTo(12);
  }

  @Test
  void entry_thatTheDatabaseNeverTakes_failsAloneAndTheOthersAreStored() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    Entry<Draw> good = answer(batch, 0, " (A)");
    Entry<Draw> other = answer(batch, 1, " (A)");
    Cursor impossible =
        new Cursor(
            new Place(100_000, 0), Cursor.Phase.WAITING, Cursor.Trouble.NONE, Allowance.NONE);
    Entry<Draw> bad = new Entry<>(other.key(), impossible, other.result(), ONE_CALL);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Receipt<Draw>> refused = threads.submit(() -> write(batch, bad));
      Future<Receipt<Draw>> stored = threads.submit(() -> write(batch, good));

      assertThat(stored.get().standing()).isEqualTo(Receipt.Standing.CURRENT);
      assertThatThrownBy(refused::get).hasMessageContaining("cannot be stored");
    }
    assertThat(database.number("SELECT count(*) FROM survey.answer")).isEqualTo(1);
  }

  @Test
  void enrolment_repeated_changesNothing() {
    long members = database.number("SELECT count(*) FROM survey.member");

    RosterRow again = station.enrol(SPEC, 20);

    assertThat(again).isEqualTo(roster);
    assertThat(database.number("SELECT count(*) FROM survey.member")).isEqualTo(members);
    assertThat(database.number("SELECT count(*) FROM survey.passage")).isLessThanOrEqualTo(21);
  }

  @Test
  void enrolment_ofAChangedArm_isTakenWhileNothingIsAnsweredAndRefusedAfterwards()
      throws Exception {
    ArmSpec changed = withHash(Arms.draws(SPEC, 3), "other");
    RosterRow replaced = station.enrol(changed, 20);
    assertThat(replaced.key()).isEqualTo(roster.key());
    assertThat(replaced.hash()).isEqualTo("other");
    OpenBatch<Draw> batch = station.open(changed, replaced, 0);
    write(batch, answer(batch, 0, " (A)"));

    assertThatThrownBy(() -> station.enrol(SPEC, 20))
        .isInstanceOf(RosterStore.SpecificationChanged.class)
        .hasMessageContaining("another id");
  }

  @Test
  void steering_olderOrder_changesNothingAndAliasesLeftOutKeepTheirs() throws SQLException {
    station.steer(new ControlOrder("exp", SteeringMode.PAUSE, Map.of("a", 3, "b", 4), 7));
    station.steer(new ControlOrder("exp", SteeringMode.RUN, Map.of("a", 9), 6));
    station.steer(new ControlOrder("exp", SteeringMode.STOP, Map.of("b", 5), 8));

    List<ControlOrder> heard = new ArrayList<>();
    SteeringBoard other =
        SteeringBoard.over(Transactions.on("survey", database.source()), heard::add);
    assertThat(other.of("exp").mode()).isEqualTo(SteeringMode.STOP);
    assertThat(heard)
        .containsExactly(new ControlOrder("exp", SteeringMode.STOP, Map.of("a", 3, "b", 5), 8));
  }

  @Test
  void steering_rowOfAnEarlierVersion_isRead() throws SQLException {
    try (Connection connection = database.source().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO survey.control VALUES ('exp-old', 'pause', E'a=3\\nb=x=4', 2)");
    }
    List<ControlOrder> heard = new ArrayList<>();
    SteeringBoard board =
        SteeringBoard.over(Transactions.on("survey", database.source()), heard::add);
    assertThat(board.of("exp-old").mode()).isEqualTo(SteeringMode.PAUSE);
    assertThat(heard.getFirst().concurrency()).isEqualTo(Map.of("a", 3, "b=x", 4));
  }

  @Test
  void progress_isKnownByBatch() throws Exception {
    OpenBatch<Draw> batch = station.open(SPEC, roster, 0);
    write(batch, answer(batch, 0, " (A)"));

    assertThat(station.progress.of(Specs.EXPERIMENT))
        .containsExactly(new Progress(roster, "exp-7/arm/qa", 1, 0, ONE_CALL.settled(), 0));
  }

  private static Receipt<Draw> write(OpenBatch<Draw> batch, Entry<Draw> entry)
      throws InterruptedException {
    return batch.journal().write(entry);
  }

  /** The entry of a member's first draw. */
  @SuppressWarnings("unchecked") // a question was expected, and the cast says so loudly
  private static Entry<Draw> answer(OpenBatch<Draw> batch, int member, String text) {
    Series<Draw> series = batch.series().get(member);
    Move.Ask<Draw> ask = (Move.Ask<Draw>) series.protocol().move();
    Draw draw =
        ask.read(
            new Reply(
                List.of(Reply.Choice.of(text, Reply.Finish.STOP)),
                new Usage(97, 0, 3, 0, Usage.Source.REPORTED),
                "sim",
                Duration.ofMillis(1)));
    Place place = series.protocol().with(draw).place();
    Cursor cursor = new Cursor(place, Cursor.Phase.WAITING, Cursor.Trouble.NONE, Allowance.NONE);
    return new Entry<>(series.key(), cursor, draw, ONE_CALL);
  }

  private static Draw drawOf(Entry<Draw> entry) {
    Draw draw = entry.result();
    assertThat(draw).isNotNull();
    return draw;
  }

  private static ArmSpec withHash(ArmSpec spec, String hash) {
    return new ArmSpec(
        spec.experiment(),
        spec.arm(),
        hash,
        spec.baseline(),
        spec.pool(),
        spec.matching(),
        spec.append(),
        spec.weights(),
        spec.sample(),
        spec.survey(),
        spec.format(),
        spec.decoding(),
        spec.models(),
        spec.traits(),
        spec.seed(),
        spec.pilot());
  }
}
