package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the whole process in the middle of a run and starts the same command again. */
class KilledRunIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** A model that takes its time, so that the simulator sees how many calls are in flight. */
  private static final Map<String, String> SLOW =
      Map.of("VOXPOP_SIMULATOR_LATENCY", "fixed", "VOXPOP_SIMULATOR_LATENCY_MILLIS", "20");

  @TempDir Path folder;

  @Test
  void killedRun_startedAgain_endsWithTheSameResultAndBuysNothingTwice()
      throws IOException, InterruptedException {
    Path document = Files.writeString(folder.resolve("killed.json"), SmallStudy.document("killed"));
    byte[] undisturbed;
    long calls;
    try (LaunchedVoxpop first = LaunchedVoxpop.in(folder.resolve("first"))) {
      Process process = first.start("run", document.toString());
      LaunchedVoxpop.await(() -> first.simulatorStats().path("calls").asLong() > 0, PATIENCE);
      calls = 0;
      while (process.isAlive()) {
        calls = Math.max(calls, first.simulatorStats().path("calls").asLong());
        LaunchedVoxpop.rest();
      }
      assertThat(first.exit(process, PATIENCE)).as(first.printed()).isZero();
      undisturbed = first.reportFile("killed", "result.json");
    }
    long half = calls / 2;
    try (LaunchedVoxpop second = LaunchedVoxpop.in(folder.resolve("second"), SLOW)) {
      Process doomed = second.start("run", document.toString());
      LaunchedVoxpop.await(() -> second.simulatorStats().path("calls").asLong() > half, PATIENCE);
      doomed.destroyForcibly().waitFor();
      Process again = second.start("run", document.toString());
      long repeats = 0;
      long peak = 0;
      while (again.isAlive()) {
        repeats = Math.max(repeats, second.simulatorStats().path("repeats").asLong());
        peak = Math.max(peak, second.simulatorStats().path("peakInFlight").asLong());
        LaunchedVoxpop.rest();
      }
      assertThat(second.exit(again, PATIENCE)).as(second.printed()).isZero();
      assertThat(second.reportFile("killed", "result.json")).isEqualTo(undisturbed);
      assertThat(repeats).isLessThanOrEqualTo(peak);
    }
  }
}
