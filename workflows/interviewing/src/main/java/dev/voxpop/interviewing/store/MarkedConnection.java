package dev.voxpop.interviewing.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The writer's own connection. Every commit stores its number in the same transaction, so that one
 * that seemed to fail can be looked up, also after the database itself came back from a crash.
 */
final class MarkedConnection {
  private static final Logger LOG = Logger.getLogger(MarkedConnection.class);

  private final DataSource source;
  private final String mark;
  private final String marked;
  private final UUID writer = UUID.randomUUID();
  private @Nullable Connection connection;
  private long sequence;
  private boolean unsure;

  MarkedConnection(Transactions transactions) {
    this.source = transactions.source();
    String table = transactions.schema() + ".writer";
    this.mark =
        "INSERT INTO %s (id, sequence) VALUES (?, ?)".formatted(table)
            + " ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence";
    this.marked = "SELECT sequence FROM %s WHERE id = ?".formatted(table);
  }

  /** Begins the next commit. */
  void next() {
    sequence++;
    unsure = false;
  }

  /** Whether an earlier try of this very commit went through although it seemed to fail. */
  boolean isCommitted() throws SQLException {
    if (!unsure) {
      return false;
    }
    Connection open = transaction();
    try (PreparedStatement statement = open.prepareStatement(marked)) {
      statement.setObject(1, writer);
      try (ResultSet row = statement.executeQuery()) {
        boolean there = row.next() && row.getLong(1) == sequence;
        open.rollback();
        return there;
      }
    }
  }

  /** The transaction at hand. */
  Connection transaction() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = source.getConnection();
      open.setAutoCommit(false);
      try (Statement statement = open.createStatement()) {
        statement.execute("SET synchronous_commit = on");
      }
      open.commit();
      connection = open;
    }
    return open;
  }

  /** Commits with the number of this commit. */
  void commit() throws SQLException {
    Connection open = transaction();
    try (PreparedStatement statement = open.prepareStatement(mark)) {
      statement.setObject(1, writer);
      statement.setLong(2, sequence);
      statement.executeUpdate();
    }
    unsure = true;
    open.commit();
  }

  /** Gives the connection up, and with it what was not committed. */
  void drop() {
    Connection open = connection;
    connection = null;
    if (open != null) {
      try (open) {
        open.rollback();
      } catch (SQLException e) {
        LOG.debugf("A connection was broken: %s", e.getMessage());
      }
    }
  }
}
