package dev.voxpop.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulatorMainTest {
  @TempDir private Path folder;

  @Test
  void process_started_saysWhenItIsReadyAndNothingElse() throws Exception {
    Path errors = folder.resolve("errors");
    Process process = start(errors, "--port", "0");
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
      String line = output.readLine();
      assertThat(line).contains("simulated answers").contains("http://127.0.0.1:");
      URI address = URI.create(line.substring(line.indexOf("http://")) + "/healthz");
      try (HttpClient client = HttpClient.newHttpClient()) {
        assertThat(
                client
                    .send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.ofString())
                    .statusCode())
            .isEqualTo(200);
      }
    } finally {
      process.destroy();
    }
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(errors)).isEmpty();
  }

  @Test
  void process_wrongOption_endsWithTwoAndAdvice() throws Exception {
    Path errors = folder.resolve("errors");
    Process process = start(errors, "--prot", "0");
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(2);
    assertThat(Files.readString(errors)).contains("--prot").contains("Maybe");
  }

  private static Process start(Path errors, String... options) throws IOException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorMain.class.getName()));
    command.addAll(List.of(options));
    return new ProcessBuilder(command).redirectError(errors.toFile()).start();
  }
}
