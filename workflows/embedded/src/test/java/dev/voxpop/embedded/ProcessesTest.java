package dev.voxpop.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir private Path temporary;

  @Test
  void running_ownProcess_isFoundAndIsJava() {
    ProcessHandle self = Processes.running(ProcessHandle.current().pid()).orElseThrow();
    assertThat(Processes.runs(self, Path.of("java"))).contains(true);
    assertThat(Processes.runs(self, Path.of("postgres"))).contains(false);
  }

  @Test
  void running_endedProcessNobodyAskedFor_countsAsEnded() throws IOException {
    assumeTrue(
        Files.isDirectory(Path.of("/proc/self")), "defunct processes are seen through /proc only");
    Process parent = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 60").start();
    try (BufferedReader output = parent.inputReader()) {
      long child = Long.parseLong(output.readLine());
      assertThat(Deadline.in(PATIENCE).await(() -> Processes.running(child).isEmpty())).isTrue();
      assertThat(ProcessHandle.of(child)).isPresent();
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void runs_programWhoseFileWasRemoved_isStillKnown() throws IOException {
    Path shell = Files.copy(Path.of("/bin/sh").toRealPath(), temporary.resolve("postgres"));
    Process process = new ProcessBuilder(shell.toString(), "-c", "echo up; read word").start();
    try (BufferedReader output = process.inputReader()) {
      assertThat(output.readLine()).isEqualTo("up");
      Files.delete(shell);
      assertThat(Processes.runs(process.toHandle(), Path.of("postgres"))).contains(true);
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void stop_processThatIgnoresTheRequest_isEndedByForce() throws IOException {
    Process stubborn =
        new ProcessBuilder("sh", "-c", "trap '' TERM; echo set; while :; do sleep 1; done").start();
    try (BufferedReader output = stubborn.inputReader()) {
      assertThat(output.readLine()).isEqualTo("set");
      Processes.stop(stubborn.toHandle(), Duration.ofMillis(200));
      assertThat(Processes.runs(stubborn.toHandle())).isFalse();
    }
  }

  @Test
  void command_run_givesExitCodeAndBothStreams() throws IOException {
    Commands.Outcome outcome =
        Commands.run(
            List.of("sh", "-c", "echo out; echo err >&2; exit 3"), temporary.resolve("log"));

    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.output()).contains("out").contains("err");
  }

  @Test
  void onPath_shell_isFoundAndNonsenseIsNot() {
    assertThat(Commands.onPath("sh")).isPresent();
    assertThat(Commands.onPath("no-such-program-here")).isEmpty();
  }
}
