package dev.voxpop.standalone.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.Installation;
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

/** Copies a report's files from the analysis stage into a folder. */
public final class ReportFiles {

  private static final String MANIFEST = "manifest.json";

  private final Installation installation;

  /** Copies into the installation's folder of reports. */
  public ReportFiles(Installation installation) {
    this.installation = installation;
  }

  /** Fetches all files; the answer is the page to open, or empty when there is no report. */
  public Optional<Path> fetch(String experiment) {
    return fetch(experiment, installation.reports().resolve(experiment));
  }

  /** Fetches all files into {@code folder}. */
  public Optional<Path> fetch(String experiment, Path folder) {
    try (HttpClient client = HttpClient.newHttpClient()) {
      Optional<byte[]> manifest = get(client, experiment, MANIFEST);
      if (manifest.isEmpty()) {
        return Optional.empty();
      }
      Files.createDirectories(folder);
      Files.write(folder.resolve(MANIFEST), manifest.get());
      for (String name : names(manifest.get())) {
        Optional<byte[]> bytes = get(client, experiment, name);
        if (bytes.isPresent()) {
          Files.write(folder.resolve(Path.of(name).getFileName()), bytes.get());
        }
      }
      return Optional.of(folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("The report could not be fetched.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static List<String> names(byte[] manifest) throws IOException {
    List<String> names = new ArrayList<>();
    JsonNode files = Payloads.mapper().readTree(manifest).path("files");
    files.forEach(file -> names.add(file.path("name").asText()));
    return names;
  }

  private Optional<byte[]> get(HttpClient client, String experiment, String name)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            installation.baseUrl() + "/analysis/experiments/" + experiment + "/exports/" + name);
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return response.statusCode() == 200 ? Optional.of(response.body()) : Optional.empty();
  }
}
