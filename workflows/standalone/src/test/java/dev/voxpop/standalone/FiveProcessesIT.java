package dev.voxpop.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.standalone.demo.SamplePanel;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One process or five: the same numbers, byte for byte. Needs the profile {@code services}. */
class FiveProcessesIT {

  private static final Duration PATIENCE = Duration.ofMinutes(6);

  @TempDir Path folder;

  @Test
  void fiveProcesses_oneOfThemKilled_giveTheResultOfOneProcess()
      throws IOException, InterruptedException {
    assumeTrue(
        FiveProcesses.built(),
        "SKIPPED 1 check: the five applications are not built; use ./mvnw -Pservices verify");
    Path document = Files.writeString(folder.resolve("study.json"), SmallStudy.document("five"));
    byte[] alone;
    try (LaunchedVoxpop one = LaunchedVoxpop.in(folder.resolve("one"))) {
      assertThat(one.exit(one.start("run", document.toString()), PATIENCE))
          .as(one.printed())
          .isZero();
      alone = one.reportFile("five", "result.json");
    }
    try (FiveProcesses five = FiveProcesses.start(folder);
        HttpClient client = HttpClient.newHttpClient()) {
      five.awaitAnswers(PATIENCE);
      upload(client, five);
      HttpResponse<String> started =
          post(client, five.url("worker") + "/experiments", Files.readString(document));
      assertThat(started.statusCode()).as(started.body()).isEqualTo(202);
      five.kill("survey");
      LaunchedVoxpop.await(() -> completed(client, five), PATIENCE);
      String exports = five.url("analysis") + "/analysis/experiments/five/exports/result.json";
      assertThat(get(client, exports)).isEqualTo(new String(alone, StandardCharsets.UTF_8));
    }
  }

  private static void upload(HttpClient client, FiveProcesses five)
      throws IOException, InterruptedException {
    String csv = SamplePanel.of(Waves.shipped().require("harbour-city-2026")).csv(2537, 7);
    HttpResponse<String> uploaded =
        post(
            client,
            five.url("matching") + "/matching/samples?id=harbour-city-panel&wave=harbour-city-2026",
            csv);
    assertThat(uploaded.statusCode()).as(uploaded.body()).isLessThan(300);
  }

  private static boolean completed(HttpClient client, FiveProcesses five) {
    try {
      return get(client, five.url("worker") + "/experiments/five")
          .contains("\"state\":\"completed\"");
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String get(HttpClient client, String uri)
      throws IOException, InterruptedException {
    return client
        .send(
            HttpRequest.newBuilder(URI.create(uri)).timeout(Duration.ofSeconds(20)).build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private static HttpResponse<String> post(HttpClient client, String uri, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(uri))
            .header("content-type", body.startsWith("{") ? "application/json" : "text/csv")
            .timeout(Duration.ofSeconds(60))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
