package dev.voxpop.analysis.rest;

import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * What the survey stage read from the first tokens of an arm's answers, page by page.
 *
 * <p>A page has a time-out and the peer a circuit breaker; nothing is tried again here, because the
 * activity is.
 */
@ApplicationScoped
public class ProbabilityPages {

  private final Instance<SurveyClient> client;

  /** The client is made when it is first needed: most runs read no probabilities. */
  @Inject
  public ProbabilityPages(@RestClient Instance<SurveyClient> client) {
    this.client = client;
  }

  /** Returns a page of an arm's readings. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<ProbabilityRow> page(
      String experiment, String arm, int limit, @Nullable String cursor) {
    return new PeerRows<>(
            "survey", "the probabilities of " + experiment + "/" + arm, ProbabilityRow.class)
        .page(() -> client.get().probabilities(experiment, arm, limit, cursor));
  }
}
