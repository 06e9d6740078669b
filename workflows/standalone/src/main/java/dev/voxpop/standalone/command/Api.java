package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.ExitCode;
import dev.voxpop.standalone.Installation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The experiment API of the process that is running on this machine. */
final class Api {

  private final Installation installation;

  Api(Installation installation) {
    this.installation = installation;
  }

  JsonNode get(String path) {
    try (HttpClient client =
        HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      HttpResponse<String> response =
          client.send(
              HttpRequest.newBuilder(URI.create(installation.baseUrl() + path))
                  .timeout(Duration.ofSeconds(30))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      JsonNode body = Payloads.mapper().readTree(response.body());
      if (response.statusCode() >= 400) {
        throw new UserError(ExitCode.REFUSED, body.path("detail").asText(response.body()));
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
}
