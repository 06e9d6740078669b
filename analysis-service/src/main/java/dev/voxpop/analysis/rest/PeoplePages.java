package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.store.Json;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.RespondentRow;
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
 * The people of a draw, page by page from the matching stage.
 *
 * <p>A page has a time-out and the peer a circuit breaker; nothing is tried again here, because the
 * activity is.
 */
@ApplicationScoped
public class PeoplePages {

  private final MatchingClient client;

  @Inject
  public PeoplePages(@RestClient MatchingClient client) {
    this.client = client;
  }

  /** A page and where the next one begins. */
  public record Page(List<RespondentRow> rows, Optional<String> next) {

    /** Copies the list. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Returns a page of people with these columns. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Page page(String draw, List<String> columns, int limit, @Nullable String cursor) {
    try (Response response = client.respondents(draw, String.join(",", columns), limit, cursor)) {
      List<RespondentRow> rows =
          response
              .readEntity(String.class)
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> Json.read(line, RespondentRow.class))
              .toList();
      return new Page(rows, Optional.ofNullable(response.getHeaderString(Paging.NEXT_CURSOR)));
    } catch (WebApplicationException e) {
      throw new PeerFailure(
          "The matching stage answered %d for the people of draw %s.%nMaybe it is restarting; the work is tried again."
              .formatted(e.getResponse().getStatus(), draw),
          e);
    } catch (ProcessingException e) {
      throw new PeerFailure(
          "The matching stage cannot be asked for the people of draw %s: %s.%nMaybe quarkus.rest-client.matching.url is wrong."
              .formatted(draw, e.getMessage()),
          e);
    }
  }
}
