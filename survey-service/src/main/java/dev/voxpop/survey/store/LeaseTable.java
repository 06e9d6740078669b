package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.interviewing.Bill;
import dev.voxpop.interviewing.OpenBatch.TurnCount;
import dev.voxpop.interviewing.store.BatchSum;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The leases of batches, with the counts of what was stored and spent under them. Counts change in
 * the transaction of what they count, so they are never off by a crash.
 */
final class LeaseTable {
  private static final String NEXT_EPOCH =
      "UPDATE survey.roster SET epoch = epoch + 1 WHERE key = ? RETURNING epoch";
  private static final String TAKE =
      """
      INSERT INTO survey.lease AS l (roster, experiment, first, path, turn, epoch, found)
      VALUES (?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (roster, experiment, first) DO UPDATE SET
        path = excluded.path, turn = excluded.turn, epoch = excluded.epoch,
        barren = CASE WHEN l.results = l.found THEN l.barren + 1 ELSE 0 END, found = l.results,
        turn_answered = CASE WHEN l.turn = excluded.turn THEN l.turn_answered ELSE 0 END,
        turn_failed = CASE WHEN l.turn = excluded.turn THEN l.turn_failed ELSE 0 END,
        turn_calls = CASE WHEN l.turn = excluded.turn THEN l.turn_calls ELSE 0 END,
        turn_tokens = CASE WHEN l.turn = excluded.turn THEN l.turn_tokens ELSE 0 END,
        turn_micros = CASE WHEN l.turn = excluded.turn THEN l.turn_micros ELSE 0 END,
        turn_lost = CASE WHEN l.turn = excluded.turn THEN l.turn_lost ELSE 0 END
      """;
  private static final String COUNT =
      """
      UPDATE survey.lease l SET
        results = l.results + v.results, answered = l.answered + v.answered,
        failed = l.failed + v.failed, calls = l.calls + v.calls, tokens = l.tokens + v.tokens,
        micros = l.micros + v.micros, lost = l.lost + v.lost,
        turn_answered = l.turn_answered + v.answered, turn_failed = l.turn_failed + v.failed,
        turn_calls = l.turn_calls + v.calls, turn_tokens = l.turn_tokens + v.tokens,
        turn_micros = l.turn_micros + v.micros, turn_lost = l.turn_lost + v.lost
      FROM unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        AS v(roster, experiment, first, results, answered, failed, calls, tokens, micros, lost)
      WHERE l.roster = v.roster AND l.experiment = v.experiment AND l.first = v.first
      """;
  private static final String READ =
      "SELECT * FROM survey.lease WHERE roster = ? AND experiment = ? AND first = ?";
  private static final String REST =
      "UPDATE survey.lease SET barren = 0, found = -1 WHERE roster = ? AND experiment = ? AND first"
          + " = ?";

  private LeaseTable() {}

  /** A lease as a new try finds it: turn counts and how many tries in a row stored nothing. */
  record Found(TurnCount turn, int barren) {}

  /** The next number of a try at the roster. */
  static int nextEpoch(Connection connection, int roster) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NEXT_EPOCH)) {
      statement.setInt(1, roster);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Takes the lease for a try of a turn. */
  static void take(Connection connection, Hold hold, Claim claim) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
      statement.setInt(1, hold.roster());
      statement.setString(2, hold.experiment());
      statement.setInt(3, hold.first());
      statement.setString(4, claim.path());
      statement.setInt(5, claim.turn());
      statement.setInt(6, hold.epoch());
      statement.executeUpdate();
    }
  }

  /** Adds the lost calls of dead tries. */
  static void lose(Connection connection, Hold hold, Bill lost) throws SQLException {
    var sum = new BatchSum();
    sum.add(lost);
    count(connection, Map.of(hold, sum));
  }

  /** Adds what a commit stored and what it settled. */
  static void count(Connection connection, Iterable<Writing<?>> writings) throws SQLException {
    Map<Hold, BatchSum> sums = new TreeMap<>();
    for (Writing<?> writing : writings) {
      BatchSum sum = sums.computeIfAbsent(writing.hold(), hold -> new BatchSum());
      sum.add(writing.entry().bill());
      writing
          .newResult()
          .ifPresent(
              result -> {
                sum.addResult();
                sum.add(result.tally());
              });
    }
    count(connection, sums);
  }

  private static void count(Connection connection, Map<Hold, BatchSum> sums) throws SQLException {
    List<Map.Entry<Hold, BatchSum>> changed =
        sums.entrySet().stream().filter(sum -> !sum.getValue().isNothing()).toList();
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(COUNT)) {
      new Unnest<>(statement, changed)
          .ints(sum -> sum.getKey().roster())
          .texts(sum -> sum.getKey().experiment())
          .ints(sum -> sum.getKey().first())
          .longs(sum -> sum.getValue().results())
          .longs(sum -> sum.getValue().answered())
          .longs(sum -> sum.getValue().failed())
          .longs(sum -> sum.getValue().settled().calls())
          .longs(sum -> sum.getValue().settled().tokens())
          .longs(sum -> sum.getValue().settled().micros())
          .longs(sum -> sum.getValue().lost());
      statement.executeUpdate();
    }
  }

  /** The lease as it stands. */
  static Found read(Connection connection, Hold hold) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      set(statement, hold);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        Bill bill =
            new Bill(
                new Allowance(
                    row.getLong("turn_calls"),
                    row.getLong("turn_tokens"),
                    row.getLong("turn_micros")),
                row.getLong("turn_lost"));
        TurnCount turn =
            new TurnCount(bill, row.getLong("turn_answered"), row.getLong("turn_failed"));
        return new Found(turn, row.getInt("barren"));
      }
    }
  }

  /** Notes that the last try ended in order, so that it is not held against the next one. */
  static void rest(Connection connection, Hold hold) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(REST)) {
      set(statement, hold);
      statement.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Hold hold) throws SQLException {
    statement.setInt(1, hold.roster());
    statement.setString(2, hold.experiment());
    statement.setInt(3, hold.first());
  }
}
