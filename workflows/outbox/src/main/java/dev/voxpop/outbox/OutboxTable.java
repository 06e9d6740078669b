package dev.voxpop.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The outbox table of one schema, used inside transactions that its callers own.
 *
 * <p>Rows are taken by locking and deleting them, never by "greater than the last one": the order
 * in which transactions commit is not the order of any sequence, and a late committer would be
 * skipped. Rows that another transaction holds are passed over.
 */
public final class OutboxTable {
  private final String insert;
  private final String take;
  private final String backlog;
  private final String pendingOf;
  private final String tidy;

  private OutboxTable(String table) {
    insert =
        "INSERT INTO %s (id, topic, key, subject, headers, value) SELECT * FROM unnest(?, ?, ?, ?, ?, ?)"
            .formatted(table);
    // Rows are never updated, so a locked row's place in the table does not change; going by place
    // needs no index and no estimate of a table whose size changes all the time.
    take =
        ("DELETE FROM %1$s WHERE ctid = ANY(ARRAY(SELECT ctid FROM %1$s LIMIT ? FOR UPDATE SKIP"
                + " LOCKED)) RETURNING id, topic, key, subject, headers, value, created")
            .formatted(table);
    backlog =
        "SELECT count(*), coalesce(extract(epoch FROM clock_timestamp() - min(created)), 0) FROM %s"
            .formatted(table);
    tidy = "VACUUM (SKIP_LOCKED, INDEX_CLEANUP OFF) " + table;
    pendingOf = "SELECT count(*) FROM %s WHERE starts_with(subject, ?)".formatted(table);
  }

  /** The table {@code outbox} of a schema. */
  public static OutboxTable in(String schema) {
    if (!schema.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "'" + schema + "' is no schema name.\nMaybe use the stage's name.");
    }
    return new OutboxTable(schema + ".outbox");
  }

  /** Adds events to the caller's transaction, all with one statement. */
  public void insert(Connection connection, List<OutboxMessage> messages) throws SQLException {
    if (messages.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(insert)) {
      set(statement, 1, "uuid", messages.stream().map(OutboxMessage::id).toArray());
      set(statement, 2, "text", messages.stream().map(OutboxMessage::topic).toArray());
      set(statement, 3, "text", messages.stream().map(OutboxMessage::key).toArray());
      set(statement, 4, "text", messages.stream().map(OutboxMessage::subject).toArray());
      set(statement, 5, "text", messages.stream().map(OutboxMessage::headerLines).toArray());
      set(statement, 6, "bytea", messages.stream().map(OutboxTable::bytes).toArray(byte[][]::new));
      statement.executeUpdate();
    }
  }

  /** What waits now. */
  public Backlog backlog(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(backlog);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new Backlog(row.getLong(1), Duration.ofMillis((long) (row.getDouble(2) * 1000)));
    }
  }

  /** How many events wait whose subject begins with a text. */
  public long pendingOf(Connection connection, String subjectPrefix) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(pendingOf)) {
      statement.setString(1, subjectPrefix);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  /** Takes at most so many events out of the table; they are back if the caller rolls back. */
  List<Taken> take(Connection connection, int most) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(take)) {
      statement.setInt(1, most);
      List<Taken> taken = new ArrayList<>();
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          taken.add(taken(row));
        }
      }
      return taken;
    }
  }

  /**
   * Gives the places of taken rows back: without that every look at the table passes all rows that
   * were taken since the database last did so by itself. The connection commits by itself.
   */
  void tidy(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(tidy);
    }
  }

  private static Taken taken(ResultSet row) throws SQLException {
    OutboxMessage message =
        new OutboxMessage(
            row.getObject(1, UUID.class),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            OutboxMessage.parseHeaders(row.getString(5)),
            new String(row.getBytes(6), StandardCharsets.UTF_8));
    return new Taken(message, row.getObject(7, OffsetDateTime.class));
  }

  private static void set(PreparedStatement statement, int index, String type, Object[] values)
      throws SQLException {
    statement.setArray(index, statement.getConnection().createArrayOf(type, values));
  }

  private static byte[] bytes(OutboxMessage message) {
    return message.data().getBytes(StandardCharsets.UTF_8);
  }

  /** An event with the time at which its row was written. */
  record Taken(OutboxMessage message, OffsetDateTime written) {}
}
