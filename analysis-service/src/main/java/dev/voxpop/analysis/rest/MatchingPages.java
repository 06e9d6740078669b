package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.store.Json;
import dev.voxpop.contracts.bulk.Paging;
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

/** What the matching stage says of matchings; nothing where it does not know one. */
@ApplicationScoped
public class MatchingPages {

  private final MatchingClient client;

  @Inject
  public MatchingPages(@RestClient MatchingClient client) {
    this.client = client;
  }

  /** A page of pairs and where the next one begins. */
  public record Page(List<PairDetail> rows, Optional<String> next) {

    /** Copies the list. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** What a matching did. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Optional<MatchedPairs> summary(String matching) {
    try (Response response = client.matching(matching)) {
      return Optional.of(Json.read(response.readEntity(String.class), MatchedPairs.class));
    } catch (WebApplicationException e) {
      return unknown(e, matching, Optional.empty());
    } catch (ProcessingException e) {
      throw unreachable(matching, e);
    }
  }

  /** A page of pairs. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Page page(String matching, int limit, @Nullable String cursor) {
    try (Response response = client.rows(matching, limit, cursor)) {
      List<PairDetail> rows =
          response
              .readEntity(String.class)
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> Json.read(line, PairDetail.class))
              .toList();
      return new Page(rows, Optional.ofNullable(response.getHeaderString(Paging.NEXT_CURSOR)));
    } catch (WebApplicationException e) {
      return unknown(e, matching, new Page(List.of(), Optional.empty()));
    } catch (ProcessingException e) {
      throw unreachable(matching, e);
    }
  }

  private static <T> T unknown(WebApplicationException e, String matching, T nothing) {
    if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
      return nothing;
    }
    throw new PeerFailure(
        "The matching stage answered %d for matching %s.%nMaybe it is restarting; the work is tried again."
            .formatted(e.getResponse().getStatus(), matching),
        e);
  }

  private static PeerFailure unreachable(String matching, ProcessingException e) {
    return new PeerFailure(
        "The matching stage cannot be asked for matching %s: %s.%nMaybe quarkus.rest-client.matching.url is wrong."
            .formatted(matching, e.getMessage()),
        e);
  }
}
