package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.matched.RakedPersonas;
import dev.voxpop.contracts.bulk.WeightRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import dev.voxpop.hosting.peer.PeerUnavailable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Rakings and their weights, page by page from the matching stage.
 *
 * <p>A raking that the stage does not know is refused: without its weights the numbers would be
 * others.
 */
@ApplicationScoped
public class RakingPages {

  private final MatchingClient client;

  @Inject
  public RakingPages(@RestClient MatchingClient client) {
    this.client = client;
  }

  /** What a raking did. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public RakedPersonas summary(String raking) {
    return known(raking, () -> of(raking, RakedPersonas.class).only(() -> client.raking(raking)));
  }

  /** A page of weights. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<WeightRow> page(String raking, int limit, @Nullable String cursor) {
    return known(
        raking,
        () -> of(raking, WeightRow.class).page(() -> client.weights(raking, limit, cursor)));
  }

  private static <T> PeerRows<T> of(String raking, Class<T> type) {
    return new PeerRows<>("matching", "raking " + raking, type);
  }

  private static <T> T known(String raking, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (PeerUnavailable e) {
      if (e.status() == Response.Status.NOT_FOUND.getStatusCode()) {
        throw new IllegalArgumentException(
            "The matching stage knows no raking %s.%nMaybe its database is that of another installation."
                .formatted(raking),
            e);
      }
      throw e;
    }
  }
}
