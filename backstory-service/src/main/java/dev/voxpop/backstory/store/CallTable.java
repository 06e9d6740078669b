package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.CallKey;
import dev.voxpop.backstory.slot.Recorded;
import dev.voxpop.backstory.slot.Said;
import dev.voxpop.backstory.slot.SlotStep;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.hosting.Json;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.Cursor;
import dev.voxpop.interviewing.Cursor.Trouble;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call journal of pools, and the cursors of calls that have not ended. */
final class CallTable {

  private static final String KEEP =
      """
      INSERT INTO call (pool, slot, place, draw, experiment, prompt_hash, alias, seed, said,
        calls, tokens, micros, latency_millis)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
      """;
  private static final String FIND =
      "SELECT prompt_hash, said FROM call WHERE pool = ? AND slot = ? AND place = ? AND draw = ?";
  private static final String OF_OPEN_SLOTS =
      """
      SELECT c.slot, c.place, c.draw, c.prompt_hash, c.said FROM call c
      JOIN slot s ON s.pool = c.pool AND s.slot = c.slot
      WHERE c.pool = ? AND c.slot >= ? AND c.slot < ? AND s.state = 'open'
      """;
  private static final String ANNOUNCE =
      """
      INSERT INTO call_cursor AS c (pool, experiment, slot, place, draw, epoch, calling,
        reserved_calls, reserved_tokens, reserved_micros)
      VALUES (?, ?, ?, ?, ?, ?, true, ?, ?, ?)
      ON CONFLICT (pool, experiment, slot, place, draw) DO UPDATE SET
        epoch = excluded.epoch, calling = true, reserved_calls = excluded.reserved_calls,
        reserved_tokens = excluded.reserved_tokens, reserved_micros = excluded.reserved_micros
      """;
  private static final String MINE =
      " WHERE pool = ? AND experiment = ? AND slot = ? AND place = ? AND draw = ?";
  private static final String END = "DELETE FROM call_cursor" + MINE + " AND epoch = ? AND calling";
  private static final String WAIT =
      "UPDATE call_cursor SET calling = false, tries = ?, malformed = ?"
          + MINE
          + " AND epoch = ? AND calling";
  private static final String LOSE =
      """
      UPDATE call_cursor SET calling = false, tries = tries + 1
      WHERE pool = ? AND experiment = ? AND slot >= ? AND slot < ? AND calling
      RETURNING reserved_calls, reserved_tokens, reserved_micros
      """;
  private static final String TROUBLES =
      """
      SELECT slot, place, draw, tries, malformed FROM call_cursor
      WHERE pool = ? AND experiment = ? AND slot >= ? AND slot < ?
      """;

  private CallTable() {}

  /** A range of slots of one pool. */
  record Range(int from, int to) {}

  /** Keeps a call; false when one is kept already. */
  // As long as the row has columns.
  static boolean keep(Connection connection, Hold hold, SlotStep.Called called, Bill bill)
      throws SQLException {
    CallKey key = called.key();
    Allowance settled = bill.settled();
    int kept =
        Sql.change(
            connection,
            KEEP,
            hold.pool(),
            key.slot(),
            key.place(),
            key.draw(),
            hold.experiment(),
            called.recorded().promptHash(),
            called.origin().alias(),
            called.origin().seed(),
            Json.write(called.recorded().said()),
            settled.calls(),
            settled.tokens(),
            settled.micros(),
            called.origin().latency().toMillis());
    return kept == 1;
  }

  /** A kept call. */
  static Optional<Recorded> find(Connection connection, String pool, CallKey key)
      throws SQLException {
    return Sql.first(
        connection,
        row -> recorded(row.getString(1), row.getString(2)),
        FIND,
        pool,
        key.slot(),
        key.place(),
        key.draw());
  }

  /** All kept calls of slots that have not ended. */
  static List<Map.Entry<CallKey, Recorded>> ofOpenSlots(
      Connection connection, String pool, Range range) throws SQLException {
    return Sql.list(
        connection,
        row -> Map.entry(key(row), recorded(row.getString(4), row.getString(5))),
        OF_OPEN_SLOTS,
        pool,
        range.from(),
        range.to());
  }

  /** A call is about to leave. */
  static void announce(Connection connection, Hold hold, CallKey key, Allowance reserved)
      throws SQLException {
    Sql.change(
        connection,
        ANNOUNCE,
        hold.pool(),
        hold.experiment(),
        key.slot(),
        key.place(),
        key.draw(),
        hold.epoch(),
        reserved.calls(),
        reserved.tokens(),
        reserved.micros());
  }

  /** A call has ended for good; false when a later try has counted it as lost. */
  static boolean end(Connection connection, Hold hold, CallKey key) throws SQLException {
    return Sql.change(
            connection,
            END,
            hold.pool(),
            hold.experiment(),
            key.slot(),
            key.place(),
            key.draw(),
            hold.epoch())
        == 1;
  }

  /** A call will be sent again; false when a later try has counted it as lost. */
  static boolean waiting(Connection connection, Hold hold, CallKey key, Cursor cursor)
      throws SQLException {
    return Sql.change(
            connection,
            WAIT,
            cursor.trouble().tries(),
            cursor.trouble().malformed(),
            hold.pool(),
            hold.experiment(),
            key.slot(),
            key.place(),
            key.draw(),
            hold.epoch())
        == 1;
  }

  /** Ends the calls of dead tries: each is lost, at its reservation. */
  static Bill lose(Connection connection, Hold hold, Range range) throws SQLException {
    List<Allowance> reserved =
        Sql.list(
            connection,
            row -> new Allowance(row.getLong(1), row.getLong(2), row.getLong(3)),
            LOSE,
            hold.pool(),
            hold.experiment(),
            range.from(),
            range.to());
    return new Bill(reserved.stream().reduce(Allowance.NONE, Allowance::plus), reserved.size());
  }

  /** Draws that were sent without a usable reply. */
  static List<Map.Entry<CallKey, Trouble>> troubles(Connection connection, Hold hold, Range range)
      throws SQLException {
    return Sql.list(
        connection,
        row -> Map.entry(key(row), new Trouble(row.getInt(4), row.getInt(5), 0)),
        TROUBLES,
        hold.pool(),
        hold.experiment(),
        range.from(),
        range.to());
  }

  private static CallKey key(ResultSet row) throws SQLException {
    return new CallKey(row.getInt(1), row.getString(2), row.getInt(3));
  }

  private static Recorded recorded(String hash, String said) {
    return new Recorded(hash, Json.read(said, Said.class));
  }
}
