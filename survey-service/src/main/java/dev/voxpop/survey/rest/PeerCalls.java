package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.Paging;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Single requests to other stages, with a time limit and a circuit breaker and without repetition:
 * repeating is the activity's own business.
 */
@ApplicationScoped
public class PeerCalls {
  private static final long SECONDS = 30;

  private final BackstoryPages backstory;
  private final MatchingPages matching;

  /** Asks the stages at their configured addresses. */
  @Inject
  public PeerCalls(@RestClient BackstoryPages backstory, @RestClient MatchingPages matching) {
    this.backstory = backstory;
    this.matching = matching;
  }

  /** A page of stories. */
  @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
  @CircuitBreaker
  public Response stories(String pool, @Nullable String cursor) {
    return guarded(() -> backstory.stories(pool, cursor, Paging.DEFAULT_LIMIT / 4));
  }

  /** A page of pairs. */
  @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
  @CircuitBreaker
  public Response pairs(String matchingId, @Nullable String cursor) {
    return guarded(() -> matching.pairs(matchingId, cursor, Paging.DEFAULT_LIMIT));
  }

  /** A page of respondents. */
  @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
  @CircuitBreaker
  public Response respondents(String draw, String columns, @Nullable String cursor) {
    return guarded(() -> matching.respondents(draw, columns, cursor, Paging.DEFAULT_LIMIT));
  }

  private static Response guarded(Supplier<Response> request) {
    try {
      return request.get();
    } catch (WebApplicationException | ProcessingException e) {
      throw new PeerUnavailable("Another stage failed: " + e.getMessage(), e);
    }
  }
}
