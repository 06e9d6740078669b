package dev.voxpop.analysis.rest;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

  /** Returns a page of people with these columns. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<RespondentRow> page(
      String draw, List<String> columns, int limit, @Nullable String cursor) {
    return new PeerRows<>("matching", "the people of draw " + draw, RespondentRow.class)
        .page(() -> client.respondents(draw, String.join(",", columns), limit, cursor));
  }
}
