package dev.voxpop.backstory.store;

import dev.voxpop.backstory.batch.Steering;
import dev.voxpop.backstory.batch.StoreUnavailable;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.languagemodel.Models;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * What this process last read of the control rows: whoever asks reads a row again when it has not
 * been seen for most of a second, and what it says about concurrency reaches the gates of the
 * models.
 */
@ApplicationScoped
public class SteeringBoard {

  private static final Logger LOG = Logger.getLogger(SteeringBoard.class);
  private static final long FRESH_NANOS = Duration.ofMillis(800).toNanos();

  private final Transactions transactions;
  private final Models models;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private static final class Seen {
    private final AtomicLong at = new AtomicLong(System.nanoTime() - 2 * FRESH_NANOS);
    private volatile long version = -1;
    private volatile SteeringMode mode = SteeringMode.RUN;
  }

  /** A board over the control rows. */
  @Inject
  public SteeringBoard(Transactions transactions, Models models) {
    this.transactions = transactions;
    this.models = models;
  }

  /** Stores an order unless a newer one is stored, and heeds it. */
  public void write(ControlOrder order) {
    transactions.call(
        connection -> {
          ControlTable.write(connection, order);
          return true;
        });
    readAgain(order.experiment());
  }

  /** The steering of one experiment. */
  public Steering of(String experiment) {
    Seen row = row(experiment);
    return () -> {
      long at = row.at.get();
      long now = System.nanoTime();
      if (now - at > FRESH_NANOS && row.at.compareAndSet(at, now)) {
        readAgain(experiment);
      }
      return row.mode;
    };
  }

  private void readAgain(String experiment) {
    try {
      transactions
          .call(connection -> ControlTable.read(connection, experiment))
          .ifPresent(this::heed);
    } catch (StoreUnavailable e) {
      LOG.debugf("The control row of %s cannot be read now: %s", experiment, e.getMessage());
    }
  }

  private void heed(ControlOrder order) {
    Seen row = row(order.experiment());
    synchronized (row) {
      if (order.version() > row.version) {
        row.version = order.version();
        row.mode = order.mode();
        order.concurrency().forEach((alias, n) -> limit(order.experiment(), alias, n));
      }
    }
  }

  private void limit(String experiment, String alias, int places) {
    models
        .find(alias)
        .map(endpoint -> endpoint.gate())
        .ifPresent(gate -> gate.setConcurrency(experiment, Math.clamp(places, 1, gate.most())));
  }

  private Seen row(String experiment) {
    return seen.computeIfAbsent(experiment, name -> new Seen());
  }
}
