package dev.voxpop.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one data folder, which is held from {@link #start} to {@link #close}. No shutdown
 * hook is registered: the application stops itself first and then closes this, which stops
 * Temporal, Kafka and PostgreSQL in that order.
 */
public final class EmbeddedServers implements AutoCloseable {
  private final DataFolder folder;
  private final Optional<PostgresServer> postgres;
  private final Optional<KafkaBroker> kafka;
  private final Optional<RunningTemporal> temporal;

  private EmbeddedServers(DataFolder folder, Starts starts) {
    this.folder = folder;
    this.postgres = starts.postgres.map(Future::resultNow);
    this.kafka = starts.kafka.map(Future::resultNow);
    this.temporal = starts.temporal.map(Future::resultNow);
  }

  /**
   * Takes the data folder and starts the wanted servers side by side; with none wanted only the
   * folder is taken.
   *
   * @throws EmbeddedServerException when the folder is in use or a server cannot run; what had
   *     started is stopped
   */
  public static EmbeddedServers start(EmbeddedOptions options) {
    DataFolder folder = DataFolder.take(options.dataDir());
    Starts starts = new Starts(folder, PortBook.in(folder), options);
    Optional<RuntimeException> problem = starts.join();
    if (problem.isPresent()) {
      starts.undo(problem.get());
      throw problem.get();
    }
    return new EmbeddedServers(folder, starts);
  }

  /** Where PostgreSQL serves, if it was wanted. */
  public Optional<PostgresAddress> postgres() {
    return postgres.map(PostgresServer::address);
  }

  /** Kafka's {@code bootstrap.servers}, if it was wanted. */
  public Optional<String> bootstrapServers() {
    return kafka.map(KafkaBroker::bootstrapServers);
  }

  /** Where Temporal serves and which kind it is, if it was wanted. */
  public Optional<TemporalAddress> temporal() {
    return temporal.map(RunningTemporal::address);
  }

  /** The folder that is held. */
  public DataFolder folder() {
    return folder;
  }

  /** One line per server for the person at the terminal, without secrets. */
  public List<String> summary() {
    List<String> lines = new ArrayList<>();
    postgres().ifPresent(it -> lines.add("PostgreSQL " + it.jdbcUrl() + taken(it.origin())));
    bootstrapServers().ifPresent(it -> lines.add("Kafka      " + it));
    temporal().ifPresent(it -> lines.addAll(lines(it)));
    return List.copyOf(lines);
  }

  /**
   * Stops Temporal, Kafka and PostgreSQL, each also when one before it failed, and gives the folder
   * back.
   */
  @Override
  public void close() {
    List<Runnable> steps = new ArrayList<>();
    temporal.ifPresent(it -> steps.add(it::close));
    kafka.ifPresent(it -> steps.add(it::close));
    postgres.ifPresent(it -> steps.add(it::close));
    steps.add(folder::close);
    runAll(steps);
  }

  static void runAll(List<Runnable> steps) {
    RuntimeException first = null;
    for (Runnable step : steps) {
      try {
        step.run();
      } catch (RuntimeException e) {
        first = joined(first, e);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  static RuntimeException joined(@Nullable RuntimeException first, RuntimeException next) {
    if (first == null) {
      return next;
    }
    first.addSuppressed(next);
    return first;
  }

  private static List<String> lines(TemporalAddress address) {
    String ui = address.uiUrl().map(url -> ", web UI " + url).orElse("");
    return List.of(
        "Temporal   " + address.target() + ui + taken(address.origin()), address.kind().meaning());
  }

  private static String taken(Origin origin) {
    return origin == Origin.ADOPTED ? " (taken over from an earlier process)" : "";
  }
}
