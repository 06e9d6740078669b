package dev.voxpop.backstory.store;

import dev.voxpop.backstory.batch.StoreUnavailable;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Transactions on the stage's own database. */
@ApplicationScoped
public class Transactions {

  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long LONGEST_PAUSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final AgroalDataSource source;

  /** Transactions of a data source. */
  @Inject
  public Transactions(@DataSource("backstory") AgroalDataSource source) {
    this.source = source;
  }

  /** Work inside a transaction. */
  @FunctionalInterface
  public interface Work<T> {

    /** Works and returns what came of it. */
    T in(Connection connection) throws SQLException;
  }

  /** Commits what {@code work} did, or nothing of it. */
  public <T> T call(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new StoreUnavailable(
          "The backstory database failed: %s\nMaybe it is down.".formatted(e.getMessage()), e);
    }
  }

  /**
   * Offers work that must not be lost again and again, with growing pauses, until it is committed
   * or a minute is over. The work must be one that may be repeated.
   */
  <T> T insist(Work<T> work) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    for (long pause = TimeUnit.MILLISECONDS.toNanos(50); ; pause = longer(pause)) {
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

  private static long longer(long pause) {
    return Math.min(2 * pause, LONGEST_PAUSE_NANOS);
  }
}
