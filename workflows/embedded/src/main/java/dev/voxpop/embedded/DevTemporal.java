package dev.voxpop.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Temporal's dev server as a child process with its database in one file. It has a session of its
 * own where the system has {@code setsid}, so a Ctrl-C in the terminal does not stop it before the
 * application; one that outlived its parent is taken over.
 */
final class DevTemporal implements RunningTemporal {
  private static final Duration START_WAIT = Duration.ofSeconds(60);
  private static final Duration SURVIVOR_WAIT = Duration.ofSeconds(10);
  private static final Duration STOP_WAIT = Duration.ofSeconds(10);

  private final DataFolder folder;
  private final TemporalAddress address;

  private DevTemporal(DataFolder folder, TemporalAddress address) {
    this.folder = folder;
    this.address = address;
  }

  /** Starts the server from that binary. */
  static DevTemporal start(
      DataFolder folder, PortBook ports, EmbeddedOptions options, Path binary) {
    TemporalState state = launch(folder, ports, options, binary);
    return ready(folder, state, options, Origin.STARTED);
  }

  /**
   * Takes over the server of an earlier process if it is well and on the wanted ports; stops it if
   * it is not.
   */
  static Optional<RunningTemporal> adopt(DataFolder folder, EmbeddedOptions options) {
    Optional<TemporalState> living = living(folder);
    boolean usable =
        living.filter(state -> state.fits(options.ports())).map(DevTemporal::serves).orElse(false);
    if (!usable) {
      stopSurvivor(folder);
      return Optional.empty();
    }
    return living.map(state -> ready(folder, state, options, Origin.ADOPTED));
  }

  /** Stops the server of an earlier process, if there is one. */
  static void stopSurvivor(DataFolder folder) {
    living(folder)
        .flatMap(state -> ProcessHandle.of(state.pid()))
        .ifPresent(process -> Processes.stop(process, STOP_WAIT));
    forget(stateFile(folder));
  }

  @Override
  public TemporalAddress address() {
    return address;
  }

  @Override
  public void close() {
    stopSurvivor(folder);
  }

  private static Optional<TemporalState> living(DataFolder folder) {
    return TemporalState.read(stateFile(folder)).filter(TemporalState::lives);
  }

  private static boolean serves(TemporalState state) {
    return Deadline.in(SURVIVOR_WAIT).await(() -> DevNamespace.serves(state.target()));
  }

  private static DevTemporal ready(
      DataFolder folder, TemporalState state, EmbeddedOptions options, Origin origin) {
    try {
      SearchAttributes.addMissing(state.target(), options.contents().searchAttributes());
      DevNamespace.keepFinishedRuns(state.target());
      return new DevTemporal(folder, state.address(origin));
    } catch (RuntimeException e) {
      stopSurvivor(folder);
      throw new EmbeddedServerException(
          "Temporal's dev server on %s refused its set-up: %s.".formatted(state.target(), e),
          "a search attribute of that name has another type; see the data folder's logs/temporal.log.",
          e);
    }
  }

  private static TemporalState launch(
      DataFolder folder, PortBook ports, EmbeddedOptions options, Path binary) {
    int port = ports.choose(NAME, options.ports().temporal());
    int uiPort = ports.choose(NAME + "-ui", options.ports().temporalUi());
    Path log = rotated(folder.folder("logs").resolve("temporal.log"));
    Path home = folder.folder(NAME);
    Process process = spawn(command(binary, home, port, uiPort), home, log);
    TemporalState state = new TemporalState(process.pid(), real(binary), port, uiPort);
    state.write(stateFile(folder));
    boolean serves =
        Deadline.in(START_WAIT)
            .await(() -> !process.isAlive() || DevNamespace.serves(state.target()));
    if (!serves || !process.isAlive()) {
      Processes.stop(process.toHandle(), STOP_WAIT);
      throw notStarted(binary, port, log);
    }
    return state;
  }

  private static List<String> command(Path binary, Path home, int port, int uiPort) {
    List<String> command = new ArrayList<>();
    Commands.onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(
        List.of(
            binary.toString(),
            "server",
            "start-dev",
            "--db-filename",
            home.resolve("temporal.db").toString(),
            "--ip",
            HOST,
            "--port",
            Integer.toString(port),
            "--ui-port",
            Integer.toString(uiPort),
            "--log-level",
            "warn"));
    return command;
  }

  private static Process spawn(List<String> command, Path home, Path log) {
    try {
      return Commands.detached(command)
          .directory(home.toFile())
          .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
          .start();
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "Temporal cannot be run as '%s': %s."
              .formatted(String.join(" ", command), e.getMessage()),
          "child processes are forbidden here; name an external server with voxpop.temporal.target.",
          e);
    }
  }

  /** One log per start and the one before it. */
  private static Path rotated(Path log) {
    try {
      if (Files.exists(log)) {
        Files.move(
            log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
      }
      return log;
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The log %s cannot be moved aside: %s.".formatted(log, e), "the disk is full.", e);
    }
  }

  private static Path stateFile(DataFolder folder) {
    return folder.folder(NAME).resolve("server.properties");
  }

  /** The file itself, as the system names it when asked what a process runs. */
  private static Path real(Path binary) {
    try {
      return binary.toRealPath();
    } catch (IOException e) {
      return binary.toAbsolutePath();
    }
  }

  private static void forget(Path stateFile) {
    try {
      Files.deleteIfExists(stateFile);
    } catch (IOException e) {
      // A file that stays names a dead process, which the next start finds out.
    }
  }

  private static EmbeddedServerException notStarted(Path binary, int port, Path log) {
    return new EmbeddedServerException(
        "Temporal's dev server %s does not serve on port %d: %s"
            .formatted(binary, port, Commands.tail(log)),
        "its database file was written by a newer release; move the data folder's temporal/ away, or name an external"
            + " server with voxpop.temporal.target.");
  }
}
