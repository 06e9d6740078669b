package dev.voxpop.survey.store;

import dev.voxpop.contracts.identity.Checksum;
import dev.voxpop.interviewing.store.Transactions;
import dev.voxpop.outbox.OutboxMessage;
import dev.voxpop.outbox.OutboxTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The closing of arms: what their rows count up to, and the event that says so. */
public final class ClosingStore {
  private static final int PAGE = 5_000;
  private static final String STATES =
      "SELECT question, state, count(*) FROM survey.answer WHERE roster = ? GROUP BY question, state";
  private static final String SUMS =
      "SELECT coalesce(sum(micros), 0), count(*) FILTER (WHERE micros IS NULL),"
          + " coalesce(sum(attempts), 0) FROM survey.answer WHERE roster = ?";
  private static final String NOT_REACHED =
      "SELECT (SELECT coalesce(sum(? - step), 0) FROM survey.series WHERE roster = ?)"
          + " + (SELECT ?::bigint - count(*) FROM survey.series WHERE roster = ?) * ?";
  private static final String ANSWERS =
      "SELECT id, state, code FROM survey.answer WHERE roster = ?";
  private static final String CLOSE =
      "INSERT INTO survey.closing (roster, checksum, receipt, event) VALUES (?, ?, ?, ?)"
          + " ON CONFLICT DO NOTHING";
  private static final String CLOSED =
      "SELECT checksum, event FROM survey.closing WHERE roster = ? ORDER BY written DESC LIMIT 1";

  private final Transactions transactions;
  private final OutboxTable outbox = OutboxTable.in("survey");

  private ClosingStore(DataSource source) {
    this.transactions = Transactions.on("survey", source);
  }

  /** The closings of a database. */
  public static ClosingStore of(DataSource source) {
    return new ClosingStore(source);
  }

  /** Events of an arm that have not left yet. */
  public long pending(RosterRow arm) {
    String prefix = arm.experiment() + "/" + arm.name() + "/";
    return transactions.call(connection -> outbox.pendingOf(connection, prefix));
  }

  /** Counts the rows of an arm. */
  public ArmCounts count(RosterRow arm) {
    return transactions.call(
        connection -> {
          Sums sums = sums(connection, arm);
          return new ArmCounts(
              states(connection, arm),
              notReached(connection, arm),
              sums.micros(),
              sums.attempts(),
              checksum(connection, arm).hex());
        });
  }

  /** Stores a closing with its event, once for a checksum. */
  public void close(RosterRow arm, String checksum, String receipt, OutboxMessage event) {
    transactions.run(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setInt(1, arm.key());
            statement.setString(2, checksum);
            statement.setString(3, receipt);
            statement.setString(4, event.data());
            if (statement.executeUpdate() == 1) {
              outbox.insert(connection, List.of(event));
            }
          }
        });
  }

  /** The newest closing of an arm: checksum and data of the event. */
  public record Closed(String checksum, String data) {}

  /** The newest closing of an arm; empty while it is open. */
  public Optional<Closed> closed(RosterRow arm) {
    return transactions.call(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(CLOSED)) {
            statement.setInt(1, arm.key());
            try (ResultSet row = statement.executeQuery()) {
              return row.next()
                  ? Optional.of(new Closed(row.getString(1), row.getString(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /** Puts an event into the outbox again. */
  public void republish(OutboxMessage event) {
    transactions.run(connection -> outbox.insert(connection, List.of(event)));
  }

  private record Sums(@Nullable Long micros, long attempts) {}

  private static Sums sums(Connection connection, RosterRow arm) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SUMS)) {
      statement.setInt(1, arm.key());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Sums(row.getLong(2) > 0 ? null : row.getLong(1), row.getLong(3));
      }
    }
  }

  private static Map<Integer, Map<String, Long>> states(Connection connection, RosterRow arm)
      throws SQLException {
    Map<Integer, Map<String, Long>> states = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(STATES)) {
      statement.setInt(1, arm.key());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          states
              .computeIfAbsent(row.getInt(1), question -> new TreeMap<>())
              .put(row.getString(2), row.getLong(3));
        }
      }
    }
    return states;
  }

  private static long notReached(Connection connection, RosterRow arm) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(NOT_REACHED)) {
      statement.setInt(1, arm.steps());
      statement.setInt(2, arm.key());
      statement.setLong(3, (long) arm.size() * arm.repeats());
      statement.setInt(4, arm.key());
      statement.setInt(5, arm.steps());
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static Checksum checksum(Connection connection, RosterRow arm) throws SQLException {
    Checksum sum = Checksum.EMPTY;
    try (PreparedStatement statement = connection.prepareStatement(ANSWERS)) {
      statement.setFetchSize(PAGE);
      statement.setInt(1, arm.key());
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          sum = sum.plus(row.getObject(1, UUID.class), row.getString(2), row.getString(3));
        }
      }
    }
    return sum;
  }
}
