package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.CONTENT_FILTERED;
import static dev.voxpop.contracts.failure.FailureType.CONTEXT_TOO_LONG;
import static dev.voxpop.contracts.failure.FailureType.MODEL_AUTH_FAILED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_RATE_LIMITED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REJECTED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_UNAVAILABLE;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelFailure;
import dev.voxpop.languagemodel.RetryAfter;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;
import org.jspecify.annotations.Nullable;

/**
 * The failure behind every status that is not a success.
 *
 * <p>401, 403 → auth failed; 400, 404, 405, 413, 422, redirects and other 4xx → rejected, unless
 * the text says that the context is too long or that a filter stepped in; 429, and 503 with {@code
 * Retry-After} → rate-limited; 408, 409, 425 and 5xx → unavailable.
 */
final class ErrorReplies implements ResponseExceptionMapper<ModelFailure> {

  private static final List<String> TOO_LONG =
      List.of(
          "context_length_exceeded",
          "maximum context length",
          "exceed context window",
          "exceeds the available context size",
          "exceed_context_size");
  private static final List<String> FILTERED =
      List.of("content_filter", "content_policy_violation", "responsibleaipolicyviolation");

  private final ModelSettings settings;
  private final InstantSource clock;
  private final RandomGenerator random;

  ErrorReplies(ModelSettings settings, InstantSource clock, RandomGenerator random) {
    this.settings = settings;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public boolean handles(int status, MultivaluedMap<String, Object> headers) {
    return status >= 300; // below 200 is no reply at all: a connection that failed
  }

  @Override
  public int getPriority() {
    return 0; // before any mapper of the interface itself
  }

  @Override
  public ModelFailure toThrowable(Response response) {
    return failure(response.getStatus(), response.getHeaderString("Retry-After"), text(response));
  }

  ModelFailure failure(int status, @Nullable String retryAfter, String body) {
    Optional<Duration> wait = Optional.ofNullable(retryAfter).flatMap(this::wait);
    FailureType type = type(status, wait.isPresent(), body.toLowerCase(Locale.ROOT));
    ModelFailure.Details details =
        ModelFailure.of(type, message(status, type)).status(status).retryAfter(wait.orElse(null));
    if (type != MODEL_AUTH_FAILED) {
      details.raw(body); // a refused key is often quoted
    }
    return (mayHaveWorked(status) ? details.maybeCharged() : details).failure();
  }

  private Optional<Duration> wait(String header) {
    synchronized (random) { // shared by all threads of the alias
      return RetryAfter.parse(header, clock.instant(), random);
    }
  }

  private static FailureType type(int status, boolean waits, String body) {
    return switch (status) {
      case 401, 403 -> MODEL_AUTH_FAILED;
      case 429 -> MODEL_RATE_LIMITED;
      case 503 -> waits ? MODEL_RATE_LIMITED : MODEL_UNAVAILABLE;
      case 408, 409, 425 -> MODEL_UNAVAILABLE;
      case 400, 413, 422 ->
          contains(body, TOO_LONG)
              ? CONTEXT_TOO_LONG
              : contains(body, FILTERED) ? CONTENT_FILTERED : MODEL_REJECTED;
      default -> status >= 500 ? MODEL_UNAVAILABLE : MODEL_REJECTED;
    };
  }

  private static boolean contains(String body, List<String> phrases) {
    return phrases.stream().anyMatch(body::contains);
  }

  private static boolean mayHaveWorked(int status) {
    return status == 408 || (status >= 500 && status != 501 && status != 503);
  }

  private String message(int status, FailureType type) {
    String advice =
        switch (type) {
          case MODEL_AUTH_FAILED -> "check the key in the alias's api-key-file";
          case MODEL_REJECTED -> "check base-url, model and capabilities of the alias";
          case CONTEXT_TOO_LONG -> "lower the alias's context-window, so that this is seen before";
          default -> "wait; it is tried again";
        };
    return "Model alias \"%s\" answered with status %d.\nMaybe %s."
        .formatted(settings.alias(), status, advice);
  }

  private static String text(Response response) {
    try {
      String body = response.readEntity(String.class);
      return body == null ? "" : body;
    } catch (RuntimeException e) {
      return ""; // no body, or one that cannot be read: the status says enough
    }
  }
}
