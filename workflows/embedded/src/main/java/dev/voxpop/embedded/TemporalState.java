package dev.voxpop.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.Properties;

/**
 * What is written down about a started dev server, so that a later process can find it.
 *
 * @param pid its process id
 * @param program the file it runs
 * @param port its gRPC port
 * @param uiPort its web port
 */
record TemporalState(long pid, Path program, int port, int uiPort) {

  static Optional<TemporalState> read(Path file) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return Optional.of(
          new TemporalState(
              Long.parseLong(properties.getProperty("pid", "")),
              Path.of(properties.getProperty("program", "")),
              Integer.parseInt(properties.getProperty("port", "")),
              Integer.parseInt(properties.getProperty("ui-port", ""))));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  void write(Path file) {
    Properties properties = new Properties();
    properties.setProperty("pid", Long.toString(pid));
    properties.setProperty("program", program.toString());
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("ui-port", Integer.toString(uiPort));
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (Writer writer = Files.newBufferedWriter(fresh)) {
        properties.store(writer, null);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The file %s cannot be written: %s.".formatted(file, e), "the disk is full.", e);
    }
  }

  /**
   * Whether that process lives and is a Temporal server, not a later process that got the same
   * number.
   */
  boolean lives() {
    return Processes.running(pid)
        .flatMap(process -> Processes.runs(process, program))
        .orElse(false);
  }

  /** Whether it serves on the ports that are wanted now. */
  boolean fits(EmbeddedPorts wanted) {
    return (wanted.temporal() == 0 || wanted.temporal() == port)
        && (wanted.temporalUi() == 0 || wanted.temporalUi() == uiPort);
  }

  String target() {
    return RunningTemporal.HOST + ":" + port;
  }

  TemporalAddress address(Origin origin) {
    String ui = "http://%s:%d".formatted(RunningTemporal.HOST, uiPort);
    return new TemporalAddress(target(), Optional.of(ui), TemporalKind.DEV_SERVER, origin);
  }
}
