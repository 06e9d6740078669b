package dev.voxpop.backstory.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Single pages of respondents. A page has a time-out and the peer a circuit breaker; nothing is
 * tried again here, because the activity is.
 */
@ApplicationScoped
public class RespondentPages {

  private final MatchingClient client;

  /** Pages of the matching stage at its configured address. */
  @Inject
  public RespondentPages(@RestClient MatchingClient client) {
    this.client = client;
  }

  /**
   * Which page.
   *
   * @param columns names separated by commas
   * @param cursor null for the first one
   */
  public record Wanted(String draw, String columns, int limit, @Nullable String cursor) {}

  /** A page and the cursor of the next one. */
  public record Page(List<RespondentRow> rows, Optional<String> next) {

    /** Copies the rows. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Fetches a page. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Page fetch(Wanted wanted) {
    try (Response response =
        client.respondents(wanted.draw(), wanted.columns(), wanted.limit(), wanted.cursor())) {
      List<RespondentRow> rows =
          response
              .readEntity(String.class)
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> Json.read(line, RespondentRow.class))
              .toList();
      String next = response.getHeaderString(Paging.NEXT_CURSOR);
      return new Page(rows, Optional.ofNullable(next).filter(cursor -> !cursor.isEmpty()));
    } catch (WebApplicationException | ProcessingException e) {
      throw new PeerUnavailable(
          "The matching stage did not give the respondents of draw %s: %s.\nMaybe it is restarting, or quarkus.rest-client.matching.url is wrong."
              .formatted(wanted.draw(), e.getMessage()),
          e);
    }
  }
}
