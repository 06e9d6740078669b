package dev.voxpop.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A Temporal server that serves this process, of either kind. */
sealed interface RunningTemporal extends AutoCloseable permits DevTemporal, InMemoryTemporal {
  String NAME = EmbeddedServer.TEMPORAL.key();
  String HOST = "127.0.0.1";

  TemporalAddress address();

  @Override
  void close();

  /** Takes over, starts the dev server or the in-memory one, as chosen and found. */
  static RunningTemporal start(DataFolder folder, PortBook ports, EmbeddedOptions options) {
    return switch (options.temporal()) {
      case TemporalChoice.InMemory memory -> {
        DevTemporal.stopSurvivor(folder);
        yield InMemoryTemporal.start(ports, options);
      }
      case TemporalChoice.Binary binary ->
          start(folder, ports, options, () -> Optional.of(TemporalBinary.required(binary.path())));
      case TemporalChoice.Search search ->
          start(folder, ports, options, () -> TemporalBinary.find(folder.path()));
      case TemporalChoice.SearchOrDownload search ->
          start(folder, ports, options, () -> TemporalBinary.findOrDownload(folder.path()));
    };
  }

  private static RunningTemporal start(
      DataFolder folder, PortBook ports, EmbeddedOptions options, Supplier<Optional<Path>> binary) {
    return DevTemporal.adopt(folder, options)
        .or(() -> binary.get().map(found -> DevTemporal.start(folder, ports, options, found)))
        .orElseGet(() -> InMemoryTemporal.start(ports, options));
  }
}
