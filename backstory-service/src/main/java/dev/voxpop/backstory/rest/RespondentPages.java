package dev.voxpop.backstory.rest;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
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

  /** Fetches a page. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<RespondentRow> fetch(Wanted wanted) {
    return new PeerRows<>(
            "matching", "the respondents of draw " + wanted.draw(), RespondentRow.class)
        .page(
            () ->
                client.respondents(
                    wanted.draw(), wanted.columns(), wanted.limit(), wanted.cursor()));
  }
}
