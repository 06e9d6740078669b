package dev.voxpop.interviewing.store;

import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.interviewing.Steering;
import dev.voxpop.interviewing.StoreUnavailable;
import dev.voxpop.languagemodel.Models;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * What this process last read of the control rows: whoever asks reads a row again when it has not
 * been seen for most of a second, and a commit may read the rows of its experiments on the way.
 */
public final class SteeringBoard {
  private static final Logger LOG = Logger.getLogger(SteeringBoard.class);
  private static final long FRESH_NANOS = Duration.ofMillis(800).toNanos();

  private final Transactions transactions;
  private final ControlTable table;
  private final Consumer<ControlOrder> changed;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private static final class Seen {
    private final AtomicLong at = new AtomicLong(System.nanoTime() - 2 * FRESH_NANOS);
    private volatile long version = -1;
    private volatile SteeringMode mode = SteeringMode.RUN;
  }

  private SteeringBoard(Transactions transactions, Consumer<ControlOrder> changed) {
    this.transactions = transactions;
    this.table = ControlTable.in(transactions.schema());
    this.changed = changed;
  }

  /** A board over a stage's control rows; {@code changed} hears every order once. */
  public static SteeringBoard over(Transactions transactions, Consumer<ControlOrder> changed) {
    return new SteeringBoard(transactions, changed);
  }

  /** A board whose orders reach the gates of models, within what is configured there. */
  public static SteeringBoard over(Transactions transactions, Models models) {
    return over(
        transactions,
        order ->
            order
                .concurrency()
                .forEach((alias, places) -> limit(models, order.experiment(), alias, places)));
  }

  Transactions transactions() {
    return transactions;
  }

  /** Stores an order unless a newer one is stored, and heeds it. */
  public void write(ControlOrder order) {
    transactions.run(connection -> table.write(connection, order));
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

  /** Reads the rows of experiments in the caller's transaction. */
  public void read(Connection connection, Collection<String> experiments) throws SQLException {
    List<ControlOrder> orders = table.read(connection, experiments);
    long now = System.nanoTime();
    experiments.forEach(name -> row(name).at.set(now));
    orders.forEach(this::heed);
  }

  private void readAgain(String experiment) {
    try {
      transactions.run(connection -> read(connection, List.of(experiment)));
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
        changed.accept(order);
      }
    }
  }

  private static void limit(Models models, String experiment, String alias, int places) {
    models
        .find(alias)
        .map(endpoint -> endpoint.gate())
        .ifPresent(gate -> gate.setConcurrency(experiment, Math.clamp(places, 1, gate.most())));
  }

  private Seen row(String experiment) {
    return seen.computeIfAbsent(experiment, name -> new Seen());
  }
}
