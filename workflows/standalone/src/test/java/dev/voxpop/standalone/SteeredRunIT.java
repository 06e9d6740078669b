package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an operator, against a process that was started with {@code up}. */
class SteeredRunIT {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Map<String, String> SLOW =
      Map.of("VOXPOP_SIMULATOR_LATENCY", "fixed", "VOXPOP_SIMULATOR_LATENCY_MILLIS", "200");

  @TempDir Path folder;

  @Test
  void operator_pausesLimitsResumesAndReads_byCommand() throws IOException, InterruptedException {
    Path document = Files.writeString(folder.resolve("led.json"), SmallStudy.document("led"));
    try (LaunchedVoxpop voxpop = LaunchedVoxpop.in(folder.resolve("data"), SLOW)) {
      assertThat(voxpop.says(ExitCode.UNAVAILABLE, "status")).contains("./voxpop up");
      assertThat(voxpop.says(ExitCode.UNAVAILABLE, "down")).contains("Maybe");
      Process up = voxpop.start("up");
      LaunchedVoxpop.await(voxpop::answers, PATIENCE);
      assertThat(voxpop.says(ExitCode.DONE, "plan", document.toString())).contains("arm primed");
      assertThat(voxpop.says(ExitCode.REFUSED, "pause", "led")).contains("no experiment \"led\"");
      voxpop.post("/experiments", Files.readString(document));

      voxpop.says(ExitCode.DONE, "pause", "led", "--reason", "tea");
      assertThat(voxpop.says(ExitCode.DONE, "status", "led")).contains("paused").contains("tea");
      assertThat(voxpop.says(ExitCode.USAGE, "set", "led", "speed=9")).contains("concurrency=");
      assertThat(voxpop.says(ExitCode.REFUSED, "set", "led", "budget=-1")).contains("\"-1\"");
      voxpop.says(ExitCode.DONE, "set", "led", "concurrency=base:16", "calls=100000");
      voxpop.says(ExitCode.DONE, "resume", "led", "--budget", "9.00");

      assertThat(voxpop.says(ExitCode.DONE, "watch", "led")).contains("led: completed");
      assertThat(voxpop.says(ExitCode.REFUSED, "stop", "led")).contains("completed");
      Path results = folder.resolve("results");
      voxpop.says(ExitCode.DONE, "export", "led", "--to", results.toString());
      assertThat(results.resolve("result.json")).isNotEmptyFile();
      assertThat(Files.readAllLines(results.resolve("attempts.jsonl")))
          .hasSizeGreaterThanOrEqualTo(Files.readAllLines(results.resolve("answers.jsonl")).size());
      assertThat(results.resolve("attempts.parquet")).isNotEmptyFile();
      voxpop.says(ExitCode.DONE, "verify", results.toString());
      voxpop.says(ExitCode.DONE, "down");
      assertThat(up.isAlive()).isFalse();
    }
  }
}
