package dev.voxpop.embedded;

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
      case TemporalChoice.InMemory memory -> InMemoryTemporal.start(ports, options);
      case TemporalChoice.Binary binary ->
          DevTemporal.start(folder, ports, options, TemporalBinary.required(binary.path()));
      case TemporalChoice.Search search ->
          TemporalBinary.find(folder.path())
              .<RunningTemporal>map(found -> DevTemporal.start(folder, ports, options, found))
              .orElseGet(() -> InMemoryTemporal.start(ports, options));
    };
  }
}
