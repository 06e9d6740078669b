package dev.voxpop.embedded;

import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL's own {@code initdb} and {@code pg_ctl} on one data folder. {@code pg_ctl} puts the
 * server into a session of its own, so neither a Ctrl-C in the terminal nor the end of this process
 * reaches it. PostgreSQL refuses to run as root; root therefore enters a user namespace of its own
 * first.
 */
final class PostgresTools {
  private static final Duration OLD_PROCESS_WAIT = Duration.ofSeconds(20);
  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;

  private final Path programs;
  private final Path data;
  private final Path log;
  private final List<String> prefix;

  private PostgresTools(Path programs, Path data, Path log) {
    this.programs = programs;
    this.data = data;
    this.log = log;
    this.prefix = rootPrefix(data);
  }

  static PostgresTools of(DataFolder folder) {
    return new PostgresTools(
        PostgresBinaries.unpacked(folder.path()),
        folder.path().resolve("postgres"),
        folder.folder("logs").resolve("postgres-start.log"));
  }

  Path data() {
    return data;
  }

  /**
   * Makes a database cluster: UTF-8 and the built-in C.UTF-8 locale, which sorts alike on every
   * system; page checksums; passwords for every connection.
   */
  void initialise(Path target, Path passwordFile) throws IOException {
    Commands.Outcome outcome =
        Commands.run(
            command(
                "initdb",
                List.of(
                    "--pgdata=" + target,
                    "--username=" + PostgresServer.USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions")),
            log);
    if (!outcome.succeeded()) {
      throw failed("could not make its data folder " + target, outcome);
    }
  }

  /** Starts the server and waits until it takes connections, through crash recovery if need be. */
  void start(int port) {
    Path serverLog = log.resolveSibling("postgres-output.log");
    List<Commands.Outcome> tries = new ArrayList<>();
    var _ =
        Deadline.in(OLD_PROCESS_WAIT)
            .await(
                () -> {
                  clear(serverLog);
                  tries.addLast(pgCtl(startArguments(serverLog, port)));
                  return tries.getLast().succeeded() || !waitsForOldProcesses(serverLog);
                });
    if (!tries.getLast().succeeded()) {
      throw failed(
          "did not start on port %d. %s".formatted(port, Commands.tail(serverLog)),
          tries.getLast());
    }
  }

  /**
   * Stops the server: open transactions are rolled back and a checkpoint is written; by force if
   * that takes long.
   */
  void stop() {
    Commands.Outcome outcome = pgCtl(stopArguments("fast"));
    if (!outcome.succeeded() && Files.exists(data.resolve(PostmasterFile.NAME))) {
      outcome = pgCtl(stopArguments("immediate"));
      if (!outcome.succeeded()) {
        throw failed("did not stop", outcome);
      }
    }
  }

  /**
   * A process killed a moment ago may still hold shared memory; its children leave within a second
   * or two.
   */
  private static boolean waitsForOldProcesses(Path serverLog) {
    return Commands.tail(serverLog).contains("shared memory block");
  }

  private static void clear(Path serverLog) {
    try {
      Files.deleteIfExists(serverLog);
    } catch (IOException e) {
      throw cannotRun(e);
    }
  }

  private List<String> startArguments(Path serverLog, int port) {
    return List.of(
        "start",
        "--pgdata=" + data,
        "--log=" + serverLog,
        "--wait",
        "--timeout=" + START_SECONDS,
        "--options=-p " + port);
  }

  private List<String> stopArguments(String mode) {
    return List.of(
        "stop", "--pgdata=" + data, "--mode=" + mode, "--wait", "--timeout=" + STOP_SECONDS);
  }

  private Commands.Outcome pgCtl(List<String> arguments) {
    try {
      return Commands.run(command("pg_ctl", arguments), log);
    } catch (IOException e) {
      throw cannotRun(e);
    }
  }

  private List<String> command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(programs.resolve("bin").resolve(program).toString());
    command.addAll(arguments);
    return command;
  }

  private static List<String> rootPrefix(Path data) {
    if (!isRoot(data)) {
      return List.of();
    }
    if (LinuxUtils.isUnshareAvailable()) {
      return List.of("unshare", "-U");
    }
    throw new EmbeddedServerException(
        "PostgreSQL cannot run here: this process is root and user namespaces are forbidden.",
        "run as an ordinary user, or name an external server with quarkus.datasource.<stage>.jdbc.url.");
  }

  private static boolean isRoot(Path data) {
    try {
      Path lock = data.resolveSibling(DataFolder.LOCK_FILE);
      return Integer.valueOf(0).equals(Files.getAttribute(lock, "unix:uid"));
    } catch (IOException | UnsupportedOperationException e) {
      return "root".equals(System.getProperty("user.name"));
    }
  }

  private static EmbeddedServerException failed(String what, Commands.Outcome outcome) {
    return new EmbeddedServerException(
        "PostgreSQL %s (exit code %d): %s".formatted(what, outcome.exit(), outcome.output()),
        "the disk is full, or this system forbids child processes or shared memory; an external server can be named with"
            + " quarkus.datasource.<stage>.jdbc.url.");
  }

  private static EmbeddedServerException cannotRun(IOException e) {
    return new EmbeddedServerException(
        "PostgreSQL's programs cannot be run here: %s.".formatted(e.getMessage()),
        "child processes are forbidden; name an external server with quarkus.datasource.<stage>.jdbc.url.",
        e);
  }
}
