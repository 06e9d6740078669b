package dev.voxpop.interviewing.store;

import dev.voxpop.interviewing.StoreUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/** Transactions on a stage's own database. */
public final class Transactions {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long FIRST_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

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

  /**
   * Offers work that must not be lost again and again, with growing pauses, until it is committed
   * or a minute is over. The work must be one that may be repeated.
   */
  public <T> T insist(Work<T> work) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (long pause = FIRST_PAUSE_NANOS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS)) {
      try {
        return call(work);
      } catch (StoreUnavailable e) {
        if (System.nanoTime() + pause > deadline || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(pause);
      }
    }
  }
}
