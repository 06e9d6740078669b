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
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Copies a report's files from the analysis stage into a folder. */
public final class ReportFiles {

  private static final String MANIFEST = "manifest.json";
  private static final List<String> LOGS =
      List.of("attempts.csv", "attempts.jsonl", "attempts.parquet");

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
      Files.createDirectories(folder);
      Path manifest = folder.resolve(MANIFEST);
      if (!saved(client, experiment, MANIFEST, manifest)) {
        return Optional.empty();
      }
      for (String name : names(manifest)) {
        Path file = folder.resolve(Path.of(name).getFileName());
        if (!saved(client, experiment, name, file)) {
          throw new IOException(name + " is in the manifest and is not served");
        }
      }
      return Optional.of(folder.resolve("report.html"));
    } catch (IOException e) {
      throw new UncheckedIOException("The report could not be fetched: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  /**
   * Fetches the logs of a run, which are no part of its report, into {@code folder}; the answer is
   * the names of those that could not be had.
   */
  public List<String> fetchLogs(String experiment, Path folder) {
    List<String> missing = new ArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String name : LOGS) {
        if (!saved(client, experiment, name, folder.resolve(name))) {
          missing.add(name);
        }
      }
      return missing;
    } catch (IOException e) {
      throw new UncheckedIOException("The attempts could not be fetched: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return LOGS;
    }
  }

  private static List<String> names(Path manifest) throws IOException {
    List<String> names = new ArrayList<>();
    JsonNode files = Payloads.mapper().readTree(manifest.toFile()).path("files");
    files.forEach(file -> names.add(file.path("name").asText()));
    return names;
  }

  /** Streams a file to disk, since answers may be larger than memory; false when there is none. */
  private boolean saved(HttpClient client, String experiment, String name, Path file)
      throws IOException, InterruptedException {
    URI uri =
        URI.create(
            installation.baseUrl() + "/analysis/experiments/" + experiment + "/exports/" + name);
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(60)).build();
    HttpResponse<Boolean> response = client.send(request, answer -> body(answer, file));
    return response.body();
  }

  private static BodySubscriber<Boolean> body(HttpResponse.ResponseInfo answer, Path file) {
    return answer.statusCode() == 200
        ? BodySubscribers.mapping(BodySubscribers.ofFile(file), written -> true)
        : BodySubscribers.replacing(false);
  }
}
