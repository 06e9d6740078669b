package dev.voxpop.backstory.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.OpenBatch.TurnCount;
import dev.voxpop.interviewing.Receipt.Standing;
import dev.voxpop.interviewing.store.BatchSum;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

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
  private static final String ADD =
      """
      UPDATE batch SET results = results + ?, turn_filled = turn_filled + ?,
        turn_exhausted = turn_exhausted + ?,
        calls = calls + ?, tokens = tokens + ?, micros = micros + ?, lost = lost + ?,
        turn_calls = turn_calls + ?, turn_tokens = turn_tokens + ?,
        turn_micros = turn_micros + ?, turn_lost = turn_lost + ?
      WHERE pool = ? AND experiment = ? AND first = ?
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
  private static final String LOCK =
      """
      SELECT epoch FROM batch WHERE pool = ? AND experiment = ? AND first = ? FOR NO KEY UPDATE
      """;
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

  /** Whether a try still holds its batch, which no later one can take before the commit. */
  static Standing lock(Connection connection, Hold hold) throws SQLException {
    return Sql.first(
            connection, row -> row.getInt(1), LOCK, hold.pool(), hold.experiment(), hold.first())
        .filter(now -> now == hold.epoch())
        .map(now -> Standing.CURRENT)
        .orElse(Standing.OVERTAKEN);
  }

  /** Adds what a commit brought. */
  // As long as the statement has parameters.
  static void add(Connection connection, Hold hold, BatchSum sum) throws SQLException {
    if (sum.isNothing()) {
      return;
    }
    Allowance settled = sum.settled();
    Sql.change(
        connection,
        ADD,
        sum.results(),
        sum.answered(),
        sum.failed(),
        settled.calls(),
        settled.tokens(),
        settled.micros(),
        sum.lost(),
        settled.calls(),
        settled.tokens(),
        settled.micros(),
        sum.lost(),
        hold.pool(),
        hold.experiment(),
        hold.first());
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
}
