package dev.voxpop.survey.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions on the stage's own database. */
final class Transactions {
  private final DataSource source;

  Transactions(DataSource source) {
    this.source = source;
  }

  /** Work inside a transaction. */
  interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Commits what {@code work} did, or nothing of it. */
  <T> T call(Work<T> work) {
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
      throw new StoreUnavailable(e);
    }
  }

  /** Commits what {@code work} did, or nothing of it. */
  void run(VoidWork work) {
    call(
        connection -> {
          work.in(connection);
          return true;
        });
  }

  /** Work inside a transaction that has no result. */
  interface VoidWork {
    void in(Connection connection) throws SQLException;
  }
}
