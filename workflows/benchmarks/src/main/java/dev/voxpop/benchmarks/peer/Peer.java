package dev.voxpop.benchmarks.peer;

import dev.voxpop.benchmarks.measure.Stopwatch;
import dev.voxpop.benchmarks.measure.Timing;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A program beside ours that does the same step in the usual way, run after run.
 *
 * <p>It says what it has read before it measures anything; its answers are lines of names and
 * values.
 */
public final class Peer implements AutoCloseable {

  private final List<String> command;
  private final Process process;
  private final BufferedReader answers;
  private final BufferedWriter requests;
  private final Stopwatch started;
  private String greeting = "";
  private Timing start = new Timing(0, 0);

  private Peer(List<String> command) throws IOException {
    this.command = command;
    this.started = Stopwatch.start();
    this.process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    this.answers = process.inputReader();
    this.requests = process.outputWriter();
  }

  /** Returns whether Python has the modules that a way needs. */
  public static boolean isInstalled(String python, String modules) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import " + modules)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * What is to be run.
   *
   * @param name file of the script
   * @param way which of its ways
   * @param number what that way wants to know of the data
   */
  public record Script(String name, String way, int number) {}

  /** Starts a way of the matching script on the data of a folder. */
  public static Peer start(String python, Path folder, String way, int divisor) {
    return start(python, folder, new Script("matching.py", way, divisor));
  }

  /** Starts a script on the data of a folder and waits until it has read them. */
  public static Peer start(String python, Path folder, Script run) {
    try (InputStream script = Peer.class.getResourceAsStream("/peers/" + run.name())) {
      Path file = folder.resolve(run.name());
      Files.copy(
          Optional.ofNullable(script)
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "The peer's script is not in the program.\nMaybe build it again?")),
          file,
          StandardCopyOption.REPLACE_EXISTING);
      var peer =
          new Peer(
              List.of(
                  python,
                  file.toString(),
                  folder.toString(),
                  run.way(),
                  Integer.toString(run.number())));
      peer.greeting = peer.answer("ready ");
      peer.start = peer.started.stop();
      return peer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what was run. */
  public List<String> command() {
    return command;
  }

  /** Returns checksums and versions as the peer reported them. */
  public String greeting() {
    return greeting;
  }

  /** Returns how long the peer needed to start and read. */
  public Timing start() {
    return start;
  }

  /** Measures one run. */
  public PeerRun run() {
    try {
      requests.write("run\n");
      requests.flush();
      String[] words = answer("seconds ").split(" ", -1);
      return new PeerRun(
          new Timing(Double.parseDouble(words[1]), Double.parseDouble(words[3])),
          Double.parseDouble(words[5]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String answer(String beginning) throws IOException {
    String line = answers.readLine();
    if (line == null || !line.startsWith(beginning)) {
      throw new IllegalStateException(
          "The peer %s answered \"%s\".\nMaybe run it by hand to see what it lacks?"
              .formatted(command, line));
    }
    return line;
  }

  @Override
  public void close() {
    process.destroy();
  }
}
