package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Place;
import dev.voxpop.interviewing.SeriesKey;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The cursors of series. A cursor moves only for the try that took the series last. */
final class SeriesTable {
  private static final String MOVE =
      "UPDATE survey.series s SET phase = v.phase, step = v.step, draw = v.draw, tries = v.tries,"
          + " malformed = v.malformed, rejected = v.rejected, reserved_calls = v.calls,"
          + " reserved_tokens = v.tokens, reserved_micros = v.micros"
          + " FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) AS v(roster, member, repeat, epoch,"
          + " phase, step, draw, tries, malformed, rejected, calls, tokens, micros)"
          + " WHERE s.roster = v.roster AND s.member = v.member AND s.repeat = v.repeat"
          + " AND s.epoch = v.epoch RETURNING s.roster, s.member, s.repeat";
  private static final String ADD =
      "INSERT INTO survey.series (roster, member, repeat, epoch)"
          + " SELECT m.roster, m.ordinal, r, ? FROM survey.member m, generate_series(0, ?) r"
          + " WHERE m.roster = ? AND m.ordinal >= ? AND m.ordinal < ?"
          + " ON CONFLICT DO NOTHING";
  private static final String TAKE =
      "UPDATE survey.series SET epoch = ? WHERE roster = ? AND member >= ? AND member < ? AND phase"
          + " < 2";
  private static final String LOST =
      "SELECT coalesce(sum(reserved_calls), 0), coalesce(sum(reserved_tokens), 0),"
          + " coalesce(sum(reserved_micros), 0), count(*) FROM survey.series WHERE roster = ?"
          + " AND member >= ? AND member < ? AND phase = 1";
  private static final String FORGET =
      "UPDATE survey.series SET phase = 0, tries = tries + 1, reserved_calls = 0, reserved_tokens ="
          + " 0, reserved_micros = 0 WHERE roster = ? AND member >= ? AND member < ? AND phase = 1";
  private static final String UNFINISHED =
      "SELECT * FROM survey.series WHERE roster = ? AND member >= ? AND member < ? AND phase < 2"
          + " ORDER BY member, repeat";

  private SeriesTable() {}

  /** The ordinals that a batch covers: from the first up to, not including, the end. */
  record Range(int roster, int first, int end) {
    void set(PreparedStatement statement, int at) throws SQLException {
      statement.setInt(at, roster);
      statement.setInt(at + 1, first);
      statement.setInt(at + 2, end);
    }
  }

  /** A series that is not finished, as its cursor says. */
  record Open(SeriesKey key, Place place, Cursor.Trouble trouble) {}

  /** Moves cursors; tells the writings whose series was taken over. */
  static void move(Connection connection, List<Writing<?>> writings) throws SQLException {
    Set<SeriesKey> current = new HashSet<>();
    try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
      bind(new Unnest<>(statement, writings));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          current.add(new SeriesKey(row.getInt(1), row.getInt(2), row.getInt(3)));
        }
      }
    }
    writings.stream().filter(w -> !current.contains(w.entry().key())).forEach(Writing::overtaken);
  }

  private static void bind(Unnest<Writing<?>> rows) throws SQLException {
    rows.ints(w -> w.entry().key().roster())
        .ints(w -> w.entry().key().member())
        .ints(w -> w.entry().key().repeat())
        .ints(w -> w.hold().epoch())
        .ints(w -> code(cursor(w).phase()))
        .ints(w -> cursor(w).place().step())
        .ints(w -> cursor(w).place().draw())
        .ints(w -> cursor(w).trouble().tries())
        .ints(w -> cursor(w).trouble().malformed())
        .ints(w -> cursor(w).trouble().rejected())
        .ints(w -> Math.toIntExact(cursor(w).reserved().calls()))
        .longs(w -> cursor(w).reserved().tokens())
        .longs(w -> cursor(w).reserved().micros());
  }

  /** Adds the series that have no cursor yet and takes over all that are not finished. */
  static void take(Connection connection, Range range, int repeats, int epoch) throws SQLException {
    try (PreparedStatement add = connection.prepareStatement(ADD);
        PreparedStatement take = connection.prepareStatement(TAKE)) {
      add.setInt(1, epoch);
      add.setInt(2, repeats - 1);
      range.set(add, 3);
      add.executeUpdate();
      take.setInt(1, epoch);
      range.set(take, 2);
      take.executeUpdate();
    }
  }

  /** Books calls that were announced and never ended as lost, and forgets the announcements. */
  static Bill loseCalls(Connection connection, Range range) throws SQLException {
    Bill lost;
    try (PreparedStatement sum = connection.prepareStatement(LOST)) {
      range.set(sum, 1);
      try (ResultSet row = sum.executeQuery()) {
        row.next();
        lost =
            new Bill(new Allowance(row.getLong(1), row.getLong(2), row.getLong(3)), row.getLong(4));
      }
    }
    if (lost.lostCalls() > 0) {
      try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
        range.set(forget, 1);
        forget.executeUpdate();
      }
    }
    return lost;
  }

  static List<Open> unfinished(Connection connection, Range range) throws SQLException {
    List<Open> open = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(UNFINISHED)) {
      range.set(statement, 1);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          open.add(open(row));
        }
      }
    }
    return open;
  }

  private static Open open(ResultSet row) throws SQLException {
    return new Open(
        new SeriesKey(row.getInt("roster"), row.getInt("member"), row.getInt("repeat")),
        new Place(row.getInt("step"), row.getInt("draw")),
        new Cursor.Trouble(row.getInt("tries"), row.getInt("malformed"), row.getInt("rejected")));
  }

  private static int code(Cursor.Phase phase) {
    return switch (phase) {
      case WAITING -> 0;
      case CALLING -> 1;
      case FINISHED -> 2;
    };
  }

  private static Cursor cursor(Writing<?> writing) {
    return writing.entry().cursor();
  }
}
