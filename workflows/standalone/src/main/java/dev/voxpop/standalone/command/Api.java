package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The experiment API of the process that is running on this machine. */
final class Api {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration LONG_PATIENCE = Duration.ofMinutes(30);

  private final Installation installation;

  Api(Installation installation) {
    this.installation = installation;
  }

  JsonNode get(String path) {
    return send(request(path).GET());
  }

  /** Sends a body, or nothing when it is empty. */
  JsonNode post(String path, String type, byte[] body) {
    return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
  }

  /** Sends a command without body that may take its time. */
  JsonNode post(String path) {
    return send(request(path).timeout(LONG_PATIENCE).POST(BodyPublishers.noBody()));
  }

  JsonNode put(String path, JsonNode body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body.toString())));
  }

  /** Whether a process answers. */
  boolean answers() {
    try {
      get("/experiments?limit=1");
      return true;
    } catch (UserError nobody) {
      return nobody.exitCode() != ExitCode.UNAVAILABLE;
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(installation.baseUrl() + path)).timeout(PATIENCE);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonNode body = Payloads.mapper().readTree(response.body());
      if (response.statusCode() >= 400) {
        throw refused(response.statusCode(), body);
      }
      return body;
    } catch (IOException e) {
      throw new UserError(
          ExitCode.UNAVAILABLE,
          "Nothing answers at " + installation.baseUrl() + ".\nMaybe start it with: ./voxpop up");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError(ExitCode.DEFECT, "Interrupted.");
    }
  }

  private static UserError refused(int status, JsonNode problem) {
    StringBuilder text =
        new StringBuilder(problem.path("detail").asText("The request was refused: " + status));
    for (JsonNode error : problem.path("errors")) {
      text.append('\n').append(error.path("pointer").asText());
      text.append(": ").append(error.path("detail").asText());
      if (!error.path("suggestion").asText().isEmpty()) {
        text.append("\n  Maybe ").append(error.path("suggestion").asText());
      }
    }
    return new UserError(
        status == 400 || status == 422 ? ExitCode.INVALID : ExitCode.REFUSED, text.toString());
  }
}
