package dev.voxpop.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own that runs a main class of this module and says on standard output when it is
 * ready.
 */
final class ChildJvm implements AutoCloseable {
  private final Process process;
  private final Map<String, String> said = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
  }

  static ChildJvm start(Class<?> main, String... arguments) throws IOException {
    return start(Map.of(), main, arguments);
  }

  /** As {@link #start(Class, String...)}, with other values of some environment variables. */
  static ChildJvm start(Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    ChildJvm child = new ChildJvm(builder.start());
    child.readUntilReady();
    return child;
  }

  private void readUntilReady() throws IOException {
    BufferedReader reader = process.inputReader();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      int equals = line.indexOf('=');
      if (equals > 0) {
        said.put(line.substring(0, equals), line.substring(equals + 1));
      }
      if (line.equals("ready")) {
        return;
      }
    }
  }

  long pid() {
    return process.pid();
  }

  /** The value of a printed {@code key=value} line. */
  String said(String key) {
    String value = said.get(key);
    if (value == null) {
      throw new AssertionError("The child did not say " + key + " but: " + lines);
    }
    return value;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** Kills it as {@code kill -9} does. */
  void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  /** Asks it to stop as {@code kill} does and gives its exit code. */
  int stop() {
    process.destroy();
    return waitForEnd();
  }

  int waitForEnd() {
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        throw new AssertionError("The child " + process.pid() + " still runs after 30 s.");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
