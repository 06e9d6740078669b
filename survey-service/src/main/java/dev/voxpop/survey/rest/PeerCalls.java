package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.StoryRow;
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
  public PeerPage<StoryRow> stories(String pool, @Nullable String cursor) {
    return new PeerRows<>("backstory", "the stories of pool " + pool, StoryRow.class)
        .page(() -> backstory.stories(pool, cursor, Paging.DEFAULT_LIMIT / 4));
  }

  /** A page of pairs. */
  @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
  @CircuitBreaker
  public PeerPage<PairRow> pairs(String matchingId, @Nullable String cursor) {
    return new PeerRows<>("matching", "the pairs of matching " + matchingId, PairRow.class)
        .page(() -> matching.pairs(matchingId, cursor, Paging.DEFAULT_LIMIT));
  }

  /** A page of respondents. */
  @Timeout(value = SECONDS, unit = ChronoUnit.SECONDS)
  @CircuitBreaker
  public PeerPage<RespondentRow> respondents(String draw, String columns, @Nullable String cursor) {
    return new PeerRows<>("matching", "the respondents of draw " + draw, RespondentRow.class)
        .page(() -> matching.respondents(draw, columns, cursor, Paging.DEFAULT_LIMIT));
  }
}
