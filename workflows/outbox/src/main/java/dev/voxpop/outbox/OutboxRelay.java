package dev.voxpop.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * The relay of one outbox to Kafka.
 *
 * <p>One transaction takes a bounded number of events, sends them, waits for every acknowledgement
 * and commits. A relay that dies between acknowledgement and commit sends the same events with the
 * same ids again; several relays may work side by side on one table; no order is promised.
 */
public final class OutboxRelay implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
  private static final int TIDY_AFTER = 5_000;

  private final DataSource source;
  private final OutboxTable table;
  private final Producer<String, byte[]> producer;
  private final Rhythm rhythm;
  private final Thread thread;
  private int untidy;
  private volatile boolean closing;

  /**
   * How a relay works.
   *
   * @param poll how long an empty outbox is left alone
   * @param batch most events a transaction takes
   */
  public record Rhythm(Duration poll, int batch) {}

  private OutboxRelay(
      DataSource source, OutboxTable table, Producer<String, byte[]> producer, Rhythm rhythm) {
    this.source = source;
    this.table = table;
    this.producer = producer;
    this.rhythm = rhythm;
    this.thread = Thread.ofVirtual().name("outbox-relay").unstarted(this::run);
  }

  /** A relay that does nothing until {@link #start} or {@link #relayBatch}. */
  public static OutboxRelay of(
      DataSource source, OutboxTable table, Producer<String, byte[]> producer, Rhythm rhythm) {
    return new OutboxRelay(source, table, producer, rhythm);
  }

  /** Begins to work in the background. */
  public OutboxRelay start() {
    thread.start();
    return this;
  }

  /** Relays one batch and returns its size; at an exception the events are still in the table. */
  public int relayBatch() throws SQLException, InterruptedException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<OutboxTable.Taken> taken = table.take(connection, rhythm.batch());
        send(taken);
        connection.commit();
        tidy(connection, taken.size());
        return taken.size();
      } catch (SQLException | RuntimeException | InterruptedException e) {
        rollback(connection, e);
        throw e;
      }
    }
  }

  /** Stops after the batch at hand; what is left stays in the table. */
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(LONGEST_PAUSE)) {
        thread.interrupt();
        thread.join(LONGEST_PAUSE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tidy(Connection connection, int taken) {
    untidy += taken;
    if (untidy < TIDY_AFTER) {
      return;
    }
    untidy = 0;
    try {
      connection.setAutoCommit(true);
      table.tidy(connection);
    } catch (SQLException e) {
      LOG.debugf("The outbox stays as it is until the database tidies up itself: %s", e);
    }
  }

  private void send(List<OutboxTable.Taken> taken) throws InterruptedException {
    List<Future<?>> acknowledgements = new ArrayList<>(taken.size());
    for (OutboxTable.Taken event : taken) {
      acknowledgements.add(producer.send(EventRecords.of(event)));
    }
    for (Future<?> acknowledgement : acknowledgements) {
      try {
        acknowledgement.get();
      } catch (ExecutionException e) {
        throw new KafkaException("An event was not acknowledged.", e.getCause());
      }
    }
  }

  private void run() {
    Duration pause = FIRST_PAUSE;
    while (!closing) {
      try {
        int relayed = relayBatch();
        pause = FIRST_PAUSE;
        if (relayed < rhythm.batch()) {
          rest(rhythm.poll());
        }
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("Events stay in the outbox for now: %s", reason(e));
        pause = restAfterFailure(pause);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Duration restAfterFailure(Duration pause) {
    try {
      rest(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
  }

  private void rest(Duration pause) throws InterruptedException {
    if (!closing) {
      Thread.sleep(pause);
    }
  }

  private static String reason(Exception failure) {
    Throwable cause = failure.getCause();
    return failure.getMessage() + (cause == null ? "" : " " + cause);
  }

  private static void rollback(Connection connection, Exception first) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      first.addSuppressed(e);
    }
  }
}
