package dev.voxpop.backstory.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.OpenBatch.TurnCount;
import dev.voxpop.interviewing.Receipt.Standing;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The batches of pools: who holds them and what was settled under them. */
final class BatchTable {

  private static final String TAKE =
      """
      INSERT INTO batch AS b (pool, experiment, first, path, turn, epoch, found)
      VALUES (?, ?, ?, ?, ?, 1, 0)
      ON CONFLICT (pool, experiment, first) DO UPDATE SET
        path = excluded.path, turn = excluded.turn, epoch = b.epoch + 1,
        barren = CASE WHEN b.results = b.found THEN b.barren + 1 ELSE 0 END, found = b.results,
        turn_filled = CASE WHEN b.turn = excluded.turn THEN b.turn_filled ELSE 0 END,
        turn_exhausted = CASE WHEN b.turn = excluded.turn THEN b.turn_exhausted ELSE 0 END,
        turn_calls = CASE WHEN b.turn = excluded.turn THEN b.turn_calls ELSE 0 END,
        turn_tokens = CASE WHEN b.turn = excluded.turn THEN b.turn_tokens ELSE 0 END,
        turn_micros = CASE WHEN b.turn = excluded.turn THEN b.turn_micros ELSE 0 END,
        turn_lost = CASE WHEN b.turn = excluded.turn THEN b.turn_lost ELSE 0 END
      RETURNING epoch, barren
      """;
  private static final String BOOK =
      """
      UPDATE batch SET results = results + ?,
        calls = calls + ?, tokens = tokens + ?, micros = micros + ?, lost = lost + ?,
        turn_calls = turn_calls + ?, turn_tokens = turn_tokens + ?,
        turn_micros = turn_micros + ?, turn_lost = turn_lost + ?
      WHERE pool = ? AND experiment = ? AND first = ? RETURNING epoch
      """;
  private static final String COUNT =
      """
      UPDATE batch SET results = results + 1, turn_filled = turn_filled + ?,
        turn_exhausted = turn_exhausted + ?
      WHERE pool = ? AND experiment = ? AND first = ? RETURNING epoch
      """;
  private static final String TURN =
      """
      SELECT turn_calls, turn_tokens, turn_micros, turn_lost, turn_filled, turn_exhausted
      FROM batch WHERE pool = ? AND experiment = ? AND first = ?
      """;
  private static final String TURN_OF =
      """
      SELECT turn_calls, turn_tokens, turn_micros, turn_lost, turn_filled, turn_exhausted
      FROM batch WHERE pool = ? AND experiment = ? AND first = ? AND turn = ?
      """;
  private static final String EPOCH =
      "SELECT epoch FROM batch WHERE pool = ? AND experiment = ? AND first = ?";
  private static final String REST =
      "UPDATE batch SET barren = 0, found = -1 WHERE pool = ? AND experiment = ? AND first = ?";
  private static final String SPENT =
      """
      SELECT path, sum(calls), sum(tokens), sum(micros) FROM batch WHERE experiment = ?
      GROUP BY path ORDER BY path
      """;

  private BatchTable() {}

  /** A batch as a new try finds it. */
  record Taken(int epoch, int barren) {}

  /** What an experiment settled under one workflow path. */
  record Spent(String path, Allowance settled) {}

  /** Takes a batch for a try of a turn. */
  static Taken take(Connection connection, Hold batch, String path, int turn) throws SQLException {
    return Sql.first(
            connection,
            row -> new Taken(row.getInt(1), row.getInt(2)),
            TAKE,
            batch.pool(),
            batch.experiment(),
            batch.first(),
            path,
            turn)
        .orElseThrow();
  }

  /** Whether a try still holds its batch. */
  static Standing standing(Connection connection, Hold hold) throws SQLException {
    return standing(
        hold,
        Sql.first(
            connection, row -> row.getInt(1), EPOCH, hold.pool(), hold.experiment(), hold.first()));
  }

  /** Adds a bill, and how many results came with it. */
  // As long as the statement has parameters.
  static Standing book(Connection connection, Hold hold, Bill bill, int results)
      throws SQLException {
    Allowance settled = bill.settled();
    return standing(
        hold,
        Sql.first(
            connection,
            row -> row.getInt(1),
            BOOK,
            results,
            settled.calls(),
            settled.tokens(),
            settled.micros(),
            bill.lostCalls(),
            settled.calls(),
            settled.tokens(),
            settled.micros(),
            bill.lostCalls(),
            hold.pool(),
            hold.experiment(),
            hold.first()));
  }

  /** Counts slots that ended with and without a story. */
  static Standing count(Connection connection, Hold hold, int filled, int exhausted)
      throws SQLException {
    return standing(
        hold,
        Sql.first(
            connection,
            row -> row.getInt(1),
            COUNT,
            filled,
            exhausted,
            hold.pool(),
            hold.experiment(),
            hold.first()));
  }

  /** What the turn has done so far. */
  static TurnCount turn(Connection connection, Hold hold) throws SQLException {
    return Sql.first(
            connection, BatchTable::turnCount, TURN, hold.pool(), hold.experiment(), hold.first())
        .orElse(TurnCount.NOTHING);
  }

  /** What a turn has done, if it is the newest one. */
  static TurnCount turn(Connection connection, Hold hold, int turn) throws SQLException {
    return Sql.first(
            connection,
            BatchTable::turnCount,
            TURN_OF,
            hold.pool(),
            hold.experiment(),
            hold.first(),
            turn)
        .orElse(TurnCount.NOTHING);
  }

  /** Notes that the last try ended in order, so that it is not held against the next one. */
  static void rest(Connection connection, Hold hold) throws SQLException {
    Sql.change(connection, REST, hold.pool(), hold.experiment(), hold.first());
  }

  /** What an experiment has settled, by workflow path. */
  static List<Spent> spent(Connection connection, String experiment) throws SQLException {
    return Sql.list(
        connection,
        row ->
            new Spent(
                row.getString(1), new Allowance(row.getLong(2), row.getLong(3), row.getLong(4))),
        SPENT,
        experiment);
  }

  private static TurnCount turnCount(ResultSet row) throws SQLException {
    Bill bill =
        new Bill(new Allowance(row.getLong(1), row.getLong(2), row.getLong(3)), row.getLong(4));
    return new TurnCount(bill, row.getLong(5), row.getLong(6));
  }

  private static Standing standing(Hold hold, Optional<Integer> epoch) {
    return epoch.filter(now -> now == hold.epoch()).isPresent()
        ? Standing.CURRENT
        : Standing.OVERTAKEN;
  }
}
