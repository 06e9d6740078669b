package dev.voxpop.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The servers while they start. */
final class Starts {
  private final DataFolder folder;
  final Optional<Future<PostgresServer>> postgres;
  final Optional<Future<KafkaBroker>> kafka;
  final Optional<Future<RunningTemporal>> temporal;

  Starts(DataFolder folder, PortBook ports, EmbeddedOptions options) {
    this.folder = folder;
    Set<EmbeddedServer> wanted = options.wanted();
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      postgres =
          wanted(wanted, EmbeddedServer.POSTGRES)
              .map(yes -> threads.submit(() -> PostgresServer.start(folder, ports, options)));
      kafka =
          wanted(wanted, EmbeddedServer.KAFKA)
              .map(yes -> threads.submit(() -> KafkaBroker.start(folder, ports, options)));
      temporal =
          wanted(wanted, EmbeddedServer.TEMPORAL)
              .map(yes -> threads.submit(() -> RunningTemporal.start(folder, ports, options)));
    }
  }

  private static Optional<EmbeddedServer> wanted(Set<EmbeddedServer> all, EmbeddedServer one) {
    return Optional.of(one).filter(all::contains);
  }

  /** The first failure with the others attached, once all have started or failed. */
  Optional<RuntimeException> join() {
    RuntimeException first = null;
    for (Optional<? extends Future<?>> start : List.of(postgres, kafka, temporal)) {
      Optional<RuntimeException> failure = start.flatMap(Starts::failure);
      if (failure.isPresent()) {
        first = EmbeddedServers.joined(first, failure.get());
      }
    }
    return Optional.ofNullable(first);
  }

  void undo(RuntimeException problem) {
    List<Runnable> steps = new ArrayList<>();
    temporal.filter(Starts::succeeded).ifPresent(it -> steps.add(it.resultNow()::close));
    kafka.filter(Starts::succeeded).ifPresent(it -> steps.add(it.resultNow()::close));
    postgres.filter(Starts::succeeded).ifPresent(it -> steps.add(it.resultNow()::close));
    steps.add(folder::close);
    try {
      EmbeddedServers.runAll(steps);
    } catch (RuntimeException e) {
      problem.addSuppressed(e);
    }
  }

  private static boolean succeeded(Future<?> start) {
    return start.state() == Future.State.SUCCESS;
  }

  private static Optional<RuntimeException> failure(Future<?> start) {
    try {
      start.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause() instanceof RuntimeException known ? known : unknown(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(unknown(e));
    }
  }

  private static EmbeddedServerException unknown(Exception e) {
    return new EmbeddedServerException(
        "An embedded server did not start: " + e, "look into the data folder's logs/.", e);
  }
}
