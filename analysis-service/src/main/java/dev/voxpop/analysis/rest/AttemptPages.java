package dev.voxpop.analysis.rest;

import dev.voxpop.contracts.bulk.AttemptRow;
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

/** The ended draws that the survey stage stored, page by page. */
@ApplicationScoped
public class AttemptPages {

  private final Instance<SurveyClient> client;

  /** The client is made when it is first needed: most processes never read draws. */
  @Inject
  public AttemptPages(@RestClient Instance<SurveyClient> client) {
    this.client = client;
  }

  /** Returns a page of an experiment's draws. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<AttemptRow> page(String experiment, int limit, @Nullable String cursor) {
    return new PeerRows<>("survey", "the attempts of " + experiment, AttemptRow.class)
        .page(() -> client.get().attempts(experiment, limit, cursor));
  }
}
