package dev.voxpop.backstory.store;

import dev.voxpop.backstory.slot.SlotEnd;
import dev.voxpop.backstory.slot.SlotEnd.Winner;
import dev.voxpop.hosting.Json;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The slots of pools. */
final class SlotTable {

  private static final String ADD =
      "INSERT INTO slot (pool, slot, respondent, codes) VALUES (?, ?, ?, ?)";
  private static final String COLUMNS =
      "SELECT slot, state, reason, respondent, codes, winner FROM slot";
  private static final String OPEN =
      COLUMNS + " WHERE pool = ? AND slot >= ? AND slot < ? AND state = 'open' ORDER BY slot";
  private static final String PAGE =
      COLUMNS + " WHERE pool = ? AND slot >= ? AND slot < ? ORDER BY slot";
  private static final String END =
      """
      UPDATE slot SET state = ?, reason = ?, verdicts = ?, rounds = ?, winner = ?
      WHERE pool = ? AND slot = ? AND state = 'open'
      """;
  private static final String REOPEN =
      """
      UPDATE slot SET state = 'open', reason = NULL, verdicts = '', rounds = 0, winner = NULL
      WHERE pool = ? AND slot = ? AND state = 'filled'
      """;
  private static final String ENDED =
      "SELECT count(*) FROM slot WHERE pool = ? AND slot >= ? AND slot < ? AND state <> 'open'";
  private static final String VERDICTS =
      """
      SELECT slot, verdicts FROM slot WHERE pool = ? AND slot < ? AND state <> 'open'
      ORDER BY slot LIMIT 200
      """;

  private SlotTable() {}

  /** Adds the slots of a pool: one per respondent. */
  static void add(Connection connection, String pool, List<Slot> slots) throws SQLException {
    Sql.write(
        connection,
        ADD,
        slots,
        slot ->
            new @Nullable Object[] {
              pool, slot.slot(), slot.respondent(), Json.write(slot.codes())
            });
  }

  /** Slots of a range that have not ended. */
  static List<Slot> open(Connection connection, String pool, CallTable.Range range)
      throws SQLException {
    return Sql.list(connection, SlotTable::slot, OPEN, pool, range.from(), range.to());
  }

  /** All slots of a range, in order. */
  static List<Slot> page(Connection connection, String pool, CallTable.Range range)
      throws SQLException {
    return Sql.list(connection, SlotTable::slot, PAGE, pool, range.from(), range.to());
  }

  /** How many slots of a range have ended. */
  static int ended(Connection connection, String pool, CallTable.Range range) throws SQLException {
    return Sql.first(connection, row -> row.getInt(1), ENDED, pool, range.from(), range.to())
        .orElse(0);
  }

  /** Ends a slot; false when it had ended before. */
  static boolean end(Connection connection, String pool, int slot, SlotEnd end)
      throws SQLException {
    String state = end instanceof SlotEnd.Filled ? "filled" : "exhausted";
    String reason = end instanceof SlotEnd.Exhausted exhausted ? exhausted.reason() : null;
    String winner = end instanceof SlotEnd.Filled filled ? Json.write(filled.winner()) : null;
    return Sql.change(
            connection, END, state, reason, end.verdicts(), end.rounds(), winner, pool, slot)
        == 1;
  }

  /** Opens a slot again whose story is a duplicate. */
  static void reopen(Connection connection, String pool, int slot) throws SQLException {
    Sql.change(connection, REOPEN, pool, slot);
  }

  /** The verdicts of ended slots below {@code before}. */
  static Map<Integer, String> verdicts(Connection connection, String pool, int before)
      throws SQLException {
    Map<Integer, String> verdicts = new TreeMap<>();
    Sql.list(connection, row -> Map.entry(row.getInt(1), row.getString(2)), VERDICTS, pool, before)
        .forEach(row -> verdicts.put(row.getKey(), row.getValue()));
    return verdicts;
  }

  private static Slot slot(ResultSet row) throws SQLException {
    String winner = row.getString(6);
    return new Slot(
        row.getInt(1),
        row.getString(4),
        Json.numbers(row.getString(5)),
        row.getString(2).equals("open"),
        row.getString(3),
        winner == null ? null : Json.read(winner, Winner.class));
  }
}
