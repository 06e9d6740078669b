package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.store.Json;
import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.event.ResponseCompleted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

  /** A page and where the next one begins. */
  public record Page(List<Received<ResponseCompleted>> rows, Optional<String> next) {

    /** Copies the list. */
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** What this stage reads of a stored answer. */
  record StoredAnswer(UUID id, ResponseCompleted data) {}

  /** Returns a page of an experiment's answers. */
  @Timeout(value = 30, unit = ChronoUnit.SECONDS)
  @CircuitBreaker(requestVolumeThreshold = 8, delay = 5, delayUnit = ChronoUnit.SECONDS)
  public Page page(String experiment, int limit, @Nullable String cursor) {
    try (Response response = client.get().answers(experiment, limit, cursor)) {
      List<Received<ResponseCompleted>> rows =
          response
              .readEntity(String.class)
              .lines()
              .filter(line -> !line.isBlank())
              .map(line -> Json.read(line, StoredAnswer.class))
              .map(answer -> new Received<>(answer.id(), answer.data()))
              .toList();
      return new Page(rows, Optional.ofNullable(response.getHeaderString(Paging.NEXT_CURSOR)));
    } catch (WebApplicationException e) {
      throw new PeerFailure(
          "The survey stage answered %d for the answers of %s.%nMaybe it is restarting; try again."
              .formatted(e.getResponse().getStatus(), experiment),
          e);
    } catch (ProcessingException e) {
      throw new PeerFailure(
          "The survey stage cannot be asked for the answers of %s: %s.%nMaybe quarkus.rest-client.survey.url is wrong."
              .formatted(experiment, e.getMessage()),
          e);
    }
  }
}
