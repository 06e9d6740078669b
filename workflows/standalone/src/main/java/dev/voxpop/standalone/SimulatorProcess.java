package dev.voxpop.standalone;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The simulated society as a process of its own, so that its counts survive our kills. One that an
 * earlier process left behind on the same port is taken over.
 */
final class SimulatorProcess implements AutoCloseable {

  private static final int USUAL_PORT = 18_090;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final int port;
  private final Path pidFile;

  private SimulatorProcess(int port, Path pidFile) {
    this.port = port;
    this.pidFile = pidFile;
  }

  static SimulatorProcess start(Installation installation) {
    int port = installation.port("voxpop.simulator.port", USUAL_PORT);
    Path pidFile = installation.dataDir().resolve("simulator.pid");
    SimulatorProcess simulator = new SimulatorProcess(port, pidFile);
    if (!simulator.answers()) {
      simulator.launch(installation);
    }
    return simulator;
  }

  String baseUrl() {
    return "http://127.0.0.1:" + port;
  }

  private void launch(Installation installation) {
    try {
      Path logs = Files.createDirectories(installation.dataDir().resolve("logs"));
      File log = logs.resolve("simulator.log").toFile();
      Process process =
          new ProcessBuilder(command())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
      Files.writeString(pidFile, Long.toString(process.pid()));
      awaitAnswer(process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulator did not start.\nMaybe look at its log.", e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseParallelGC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            classPath(),
            "dev.voxpop.simulator.SimulatorMain",
            "--port",
            Integer.toString(port)));
    return command;
  }

  /** The libraries of the packed application, or the class path of a test. */
  private static String classPath() {
    String own = System.getProperty("java.class.path");
    Path runner = Path.of(own.split(File.pathSeparator, 2)[0]).toAbsolutePath();
    if (!runner.getFileName().toString().equals("quarkus-run.jar")) {
      return own;
    }
    Path lib = runner.resolveSibling("lib");
    return lib.resolve("main") + "/*" + File.pathSeparator + lib.resolve("boot") + "/*";
  }

  private void awaitAnswer(Process process, File log) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "The simulator did not answer on port "
                + port
                + ".\nMaybe look into "
                + log
                + ", or set VOXPOP_SIMULATOR_PORT.");
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the simulator started.", e);
    }
  }

  private boolean answers() {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(baseUrl() + "/stats"))
              .timeout(Duration.ofSeconds(2))
              .build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the process, whoever started it. */
  @Override
  public void close() {
    try {
      Optional<ProcessHandle> handle =
          ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
      handle.ifPresent(ProcessHandle::destroy);
      Files.deleteIfExists(pidFile);
    } catch (IOException | NumberFormatException e) {
      System.getLogger(SimulatorProcess.class.getName())
          .log(System.Logger.Level.DEBUG, "No simulator to end", e);
    }
  }
}
