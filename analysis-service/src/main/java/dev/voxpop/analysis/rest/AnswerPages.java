package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The answers that the survey stage stored, page by page. */
@ApplicationScoped
public class AnswerPages {

  private final Instance<SurveyClient> client;

  /** The client is made when it is first needed: most processes never read the rows again. */
  @Inject
  public AnswerPages(@RestClient Instance<SurveyClient> client) {
    this.client = client;
  }

  /** What this stage reads of a stored answer. */
  record StoredAnswer(UUID id, ResponseCompleted data) {}

  /** Returns a page of an experiment's answers. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public PeerPage<Received<ResponseCompleted>> page(
      String experiment, int limit, @Nullable String cursor) {
    PeerPage<StoredAnswer> page =
        new PeerRows<>("survey", "the answers of " + experiment, StoredAnswer.class)
            .page(() -> client.get().answers(experiment, limit, cursor));
    return new PeerPage<>(
        page.rows().stream().map(answer -> new Received<>(answer.id(), answer.data())).toList(),
        page.next());
  }
}
