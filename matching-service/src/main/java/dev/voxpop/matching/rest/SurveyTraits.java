package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.matching.store.Json;
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
 * What the survey stage found out about the traits of a pool's stories, page by page.
 *
 * <p>A page has a time-out and the peer a circuit breaker; nothing is tried again here, because the
 * activity is.
 */
@ApplicationScoped
public class SurveyTraits {

  private final SurveyClient client;

  @Inject
  public SurveyTraits(@RestClient SurveyClient client) {
    this.client = client;
  }

  /** Returns a page; empty when the survey stage has no such traits. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Optional<TraitPage> page(
      String pool, String traitKey, int limit, @Nullable String cursor) {
    try (Response response = client.traits(pool, traitKey, limit, cursor)) {
      return Optional.of(page(response));
    } catch (WebApplicationException e) {
      if (e.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode()) {
        return Optional.empty();
      }
      throw new PeerFailure(
          "The survey stage answered %d for the traits of pool %s.\nMaybe it is restarting; the work is tried again."
              .formatted(e.getResponse().getStatus(), pool),
          e);
    } catch (ProcessingException e) {
      throw new PeerFailure(
          "The survey stage cannot be asked for the traits of pool %s: %s.\nMaybe quarkus.rest-client.survey.url is wrong?"
              .formatted(pool, e.getMessage()),
          e);
    }
  }

  private static TraitPage page(Response response) {
    List<TraitRow> rows =
        response
            .readEntity(String.class)
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> Json.read(line, TraitRow.class))
            .toList();
    return new TraitPage(rows, Optional.ofNullable(response.getHeaderString(Paging.NEXT_CURSOR)));
  }
}
