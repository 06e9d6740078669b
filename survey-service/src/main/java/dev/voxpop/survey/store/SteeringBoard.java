package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.survey.batch.Steering;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * What this process last read of the control rows. Every group commit reads them; when there was no
 * commit for a while, whoever asks reads them again.
 */
public final class SteeringBoard {
  private static final Logger LOG = Logger.getLogger(SteeringBoard.class);
  private static final long FRESH_NANOS = Duration.ofMillis(800).toNanos();

  private final DataSource source;
  private final Consumer<ControlOrder> changed;
  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private static final class Seen {
    private final AtomicLong at = new AtomicLong(System.nanoTime() - FRESH_NANOS);
    private volatile long version = -1;
    private volatile SteeringMode mode = SteeringMode.RUN;
  }

  private SteeringBoard(DataSource source, Consumer<ControlOrder> changed) {
    this.source = source;
    this.changed = changed;
  }

  /** A board over the control rows; {@code changed} hears every order once. */
  public static SteeringBoard over(DataSource source, Consumer<ControlOrder> changed) {
    return new SteeringBoard(source, changed);
  }

  /** The steering of one experiment. */
  public Steering of(String experiment) {
    Seen row = seen.computeIfAbsent(experiment, name -> new Seen());
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
  void read(Connection connection, Collection<String> experiments) throws SQLException {
    List<ControlOrder> orders = ControlTable.read(connection, experiments);
    long now = System.nanoTime();
    experiments.forEach(name -> seen.computeIfAbsent(name, n -> new Seen()).at.set(now));
    orders.forEach(this::heed);
  }

  private void heed(ControlOrder order) {
    Seen row = seen.computeIfAbsent(order.experiment(), name -> new Seen());
    synchronized (row) {
      if (order.version() > row.version) {
        row.version = order.version();
        row.mode = order.mode();
        changed.accept(order);
      }
    }
  }

  private void readAgain(String experiment) {
    try (Connection connection = source.getConnection()) {
      read(connection, List.of(experiment));
    } catch (SQLException e) {
      LOG.debugf("The control row of %s cannot be read now: %s", experiment, e.getMessage());
    }
  }
}
