package dev.voxpop.interviewing.store;

import dev.voxpop.interviewing.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on a stage's own database. */
public final class Transactions {
  private final String schema;
  private final DataSource source;

  private Transactions(String schema, DataSource source) {
    this.schema = schema;
    this.source = source;
  }

  /** Transactions on a stage's schema. */
  public static Transactions on(String schema, DataSource source) {
    return new Transactions(schema, source);
  }

  /** Work inside a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    /** Works and returns what came of it. */
    T in(Connection connection) throws SQLException;
  }

  /** Work inside a transaction that has no result. */
  @FunctionalInterface
  public interface VoidWork {
    /** Works. */
    void in(Connection connection) throws SQLException;
  }

  /** The schema that is worked on. */
  public String schema() {
    return schema;
  }

  DataSource source() {
    return source;
  }

  /** Commits what {@code work} did, or nothing of it. */
  public <T> T call(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      boolean automatic = connection.getAutoCommit();
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(automatic);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The %s database failed: %s\nMaybe it is down.".formatted(schema, e.getMessage()), e);
    }
  }

  /** Commits what {@code work} did, or nothing of it. */
  public void run(VoidWork work) {
    call(
        connection -> {
          work.in(connection);
          return true;
        });
  }
}
