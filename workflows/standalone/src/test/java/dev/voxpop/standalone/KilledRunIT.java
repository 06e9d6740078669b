package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the whole process in the middle of a run and starts the same command again.
 *
 * <p>In flight is a call from the commit that announces it to the commit of its answer, so an
 * answer that the model has given and the database not yet taken is in flight too.
 */
class KilledRunIT {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /** The study asks two models, each of which takes this many calls at a time. */
  private static final long ALIASES = 2;

  private static final long CONCURRENCY = 64;

  /** A model that takes its time, so that calls are in flight when the process dies. */
  private static final Map<String, String> SLOW =
      Map.of("VOXPOP_SIMULATOR_LATENCY", "fixed", "VOXPOP_SIMULATOR_LATENCY_MILLIS", "20");

  @TempDir Path folder;

  @Test
  void killedRun_startedAgain_endsWithTheSameResultAndBuysNothingTwice()
      throws IOException, InterruptedException, SQLException {
    Path document = Files.writeString(folder.resolve("killed.json"), SmallStudy.document("killed"));
    byte[] undisturbed;
    byte[] probabilities;
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
      assertThat(new String(undisturbed, StandardCharsets.UTF_8))
          .containsPattern("\"weighting\"\\s*:\\s*\"raked\"");
      probabilities = first.reportFile("killed", "probabilities.jsonl");
      assertThat(probabilities).isNotEmpty();
    }
    long half = calls / 2;
    try (LaunchedVoxpop second = LaunchedVoxpop.in(folder.resolve("second"), SLOW)) {
      Process doomed = second.start("run", document.toString());
      LaunchedVoxpop.await(() -> second.simulatorStats().path("calls").asLong() > half, PATIENCE);
      doomed.destroyForcibly().waitFor();
      long inFlight = second.announcedCalls();
      assertThat(inFlight).isBetween(1L, ALIASES * CONCURRENCY);
      assertThat(second.simulatorStats().path("repeats").asLong()).isZero();
      Process again = second.start("run", document.toString());
      long repeats = 0;
      while (again.isAlive()) {
        repeats = Math.max(repeats, second.simulatorStats().path("repeats").asLong());
        LaunchedVoxpop.rest();
      }
      assertThat(second.exit(again, PATIENCE)).as(second.printed()).isZero();
      assertThat(second.reportFile("killed", "result.json")).isEqualTo(undisturbed);
      assertThat(second.reportFile("killed", "probabilities.jsonl")).isEqualTo(probabilities);
      assertThat(repeats).isLessThanOrEqualTo(inFlight);
    }
  }
}
