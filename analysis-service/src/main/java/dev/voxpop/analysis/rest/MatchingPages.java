package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import dev.voxpop.hosting.peer.PeerUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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

  /** What a matching did. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Optional<MatchedPairs> summary(String matching) {
    return known(
        () -> Optional.of(of(matching, MatchedPairs.class).only(() -> client.matching(matching))),
        Optional.empty());
  }

  /** A page of pairs. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<PairDetail> page(String matching, int limit, @Nullable String cursor) {
    return known(
        () -> of(matching, PairDetail.class).page(() -> client.rows(matching, limit, cursor)),
        new PeerPage<>(List.of(), Optional.empty()));
  }

  private static <T> PeerRows<T> of(String matching, Class<T> type) {
    return new PeerRows<>("matching", "matching " + matching, type);
  }

  private static <T> T known(Supplier<T> asked, T nothing) {
    try {
      return asked.get();
    } catch (PeerUnavailable e) {
      if (e.status() == Response.Status.NOT_FOUND.getStatusCode()) {
        return nothing;
      }
      throw e;
    }
  }
}
