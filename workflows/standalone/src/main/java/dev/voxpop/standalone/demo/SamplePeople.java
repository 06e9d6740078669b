package dev.voxpop.standalone.demo;

import dev.voxpop.instrument.file.Waves;
import dev.voxpop.standalone.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The shipped panel: 2,537 invented people of Harbour City, in the matching stage's own store. */
public final class SamplePeople {

  /** The id that documents use. */
  public static final String SAMPLE = "harbour-city-panel";

  private static final String WAVE = "harbour-city-2026";
  private static final int PEOPLE = 2537;
  private static final long SEED = 7;

  private SamplePeople() {}

  /** Uploads the panel unless it is there. */
  public static void ensure(Installation installation) {
    URI uri =
        URI.create(installation.baseUrl() + "/matching/samples?id=" + SAMPLE + "&wave=" + WAVE);
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI known = URI.create(installation.baseUrl() + "/matching/samples/" + SAMPLE);
      if (send(client, HttpRequest.newBuilder(known).GET()).statusCode() == 200) {
        return;
      }
      String csv = SamplePanel.of(Waves.shipped().require(WAVE)).csv(PEOPLE, SEED);
      HttpResponse<String> response =
          send(
              client,
              HttpRequest.newBuilder(uri)
                  .header("content-type", "text/csv")
                  .POST(HttpRequest.BodyPublishers.ofString(csv)));
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "The sample panel was refused with status "
                + response.statusCode()
                + ": "
                + response.body()
                + "\nMaybe the data folder is from another version.");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The sample panel could not be uploaded.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(
        request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
