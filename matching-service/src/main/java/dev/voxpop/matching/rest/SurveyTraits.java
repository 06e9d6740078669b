package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import dev.voxpop.hosting.peer.PeerUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
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
  public Optional<PeerPage<TraitRow>> page(
      String pool, String traitKey, int limit, @Nullable String cursor) {
    try {
      return Optional.of(
          new PeerRows<>("survey", "the traits of pool " + pool, TraitRow.class)
              .page(() -> client.traits(pool, traitKey, limit, cursor)));
    } catch (PeerUnavailable e) {
      if (e.status() == Response.Status.NOT_FOUND.getStatusCode()) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
