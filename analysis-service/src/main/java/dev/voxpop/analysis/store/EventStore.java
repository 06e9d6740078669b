package dev.voxpop.analysis.store;

import dev.voxpop.contracts.event.ArmCompleted;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.hosting.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Keeps events and the offsets up to which they were read, in one transaction.
 *
 * <p>A row that is there already stays as it is, so an event may come as often as it likes.
 */
@ApplicationScoped
public class EventStore {

  private final AgroalDataSource source;

  @Inject
  public EventStore(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /** Stores a batch and returns how many events were new; all of it or nothing. */
  public int keep(String consumer, Batch batch) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        Map<String, Long> answers =
            ResponseColumns.insert(connection, Shelf.KEPT, batch.responses());
        repeats(connection, batch.responses(), answers);
        int fresh = (int) answers.values().stream().mapToLong(Long::longValue).sum();
        fresh += closings(connection, batch.closings());
        long known = batch.responses().size() + (long) batch.closings().size() - fresh;
        offsets(connection, consumer, batch.progress(), known);
        connection.commit();
        return fresh;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Offset of the first record of a partition that was not read; empty when none was. */
  public OptionalLong nextOffset(String consumer, String topic, int partition) {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT next_offset FROM analysis.consumed_offset"
                    + " WHERE consumer = ? AND topic = ? AND partition = ?")) {
      statement.setString(1, consumer);
      statement.setString(2, topic);
      statement.setInt(3, partition);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Counts, by experiment, the events that were known already. */
  private static void repeats(
      Connection connection, List<Received<ResponseCompleted>> events, Map<String, Long> fresh)
      throws SQLException {
    TreeMap<String, Long> repeats = new TreeMap<>();
    events.forEach(event -> repeats.merge(event.data().experiment(), 1L, Long::sum));
    fresh.forEach((experiment, count) -> repeats.merge(experiment, -count, Long::sum));
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO analysis.repeated_event AS r (experiment, events) VALUES (?, ?)"
                + " ON CONFLICT (experiment) DO UPDATE SET events = r.events + excluded.events")) {
      for (Map.Entry<String, Long> repeat : repeats.entrySet()) {
        if (repeat.getValue() > 0) {
          statement.setString(1, repeat.getKey());
          statement.setLong(2, repeat.getValue());
          statement.addBatch();
        }
      }
      statement.executeBatch();
    }
  }

  private static int closings(Connection connection, List<Received<ArmCompleted>> closings)
      throws SQLException {
    int fresh = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO analysis.closing (id, experiment, arm, arm_hash, planned, expected,"
                + " not_reached, states, questions, checksum, simulated)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
      for (Received<ArmCompleted> closing : closings) {
        ArmCompleted data = closing.data();
        statement.setObject(1, closing.id());
        statement.setString(2, data.experiment());
        statement.setString(3, data.arm());
        statement.setString(4, data.armHash());
        statement.setLong(5, data.planned());
        statement.setLong(6, data.expected());
        statement.setLong(7, data.notReached());
        statement.setString(8, Json.write(data.states()));
        statement.setString(9, Json.write(data.questions()));
        statement.setString(10, data.checksum());
        statement.setBoolean(11, data.simulated());
        fresh += statement.executeUpdate();
      }
    }
    return fresh;
  }

  private static void offsets(
      Connection connection, String consumer, List<Progress> progress, long duplicates)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO analysis.consumed_offset AS o"
                + " (consumer, topic, partition, next_offset, received, duplicates, dead_letters)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (consumer, topic, partition) DO UPDATE SET"
                + " next_offset = excluded.next_offset, received = o.received + excluded.received,"
                + " duplicates = o.duplicates + excluded.duplicates,"
                + " dead_letters = o.dead_letters + excluded.dead_letters")) {
      long left = duplicates;
      for (Progress partition : progress) {
        statement.setString(1, consumer);
        statement.setString(2, partition.topic());
        statement.setInt(3, partition.partition());
        statement.setLong(4, partition.nextOffset());
        statement.setLong(5, partition.received());
        statement.setLong(6, left);
        statement.setLong(7, partition.deadLetters());
        statement.addBatch();
        left = 0;
      }
      statement.executeBatch();
    }
  }
}
