package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.INTERNAL_DEFECT;
import static dev.voxpop.contracts.failure.FailureType.MODEL_UNAVAILABLE;
import static dev.voxpop.contracts.failure.FailureType.WORKER_STOPPING;

import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.languagemodel.ModelFailure;
import io.netty.handler.codec.DecoderException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.ProcessingException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** The failure behind whatever a client threw. */
final class Failures {

  private static final int DEEPEST = 16;

  private Failures() {}

  static ModelFailure of(Throwable thrown, String alias) {
    ModelFailure ours = find(thrown, ModelFailure.class);
    if (ours != null) {
      return ours;
    }
    if (find(thrown, InterruptedException.class) != null) {
      Thread.currentThread().interrupt();
      return details(WORKER_STOPPING, "was interrupted", alias, thrown).maybeCharged().failure();
    }
    if (neverLeft(thrown)) {
      return details(MODEL_UNAVAILABLE, "could not be connected", alias, thrown).unsent().failure();
    }
    if (isOfTheNetwork(thrown)) {
      return details(MODEL_UNAVAILABLE, "broke off", alias, thrown).maybeCharged().failure();
    }
    return details(INTERNAL_DEFECT, "failed unexpectedly", alias, thrown).maybeCharged().failure();
  }

  private static ModelFailure.Details details(
      FailureType type, String what, String alias, Throwable thrown) {
    return ModelFailure.of(
            type,
            "A call of model alias \"%s\" %s (%s).\nMaybe look at the address and the state of its server."
                .formatted(alias, what, root(thrown).getClass().getSimpleName()))
        .cause(thrown);
  }

  private static boolean neverLeft(Throwable thrown) {
    return find(thrown, ConnectException.class) != null
        || find(thrown, UnknownHostException.class) != null
        || find(thrown, NoRouteToHostException.class) != null
        || find(thrown, SSLHandshakeException.class) != null;
  }

  private static boolean isOfTheNetwork(Throwable thrown) {
    return find(thrown, IOException.class) != null
        || find(thrown, TimeoutException.class) != null
        || find(thrown, VertxException.class) != null
        || find(thrown, DecoderException.class) != null
        || find(thrown, ProcessingException.class) != null;
  }

  private static Throwable root(Throwable thrown) {
    Throwable at = thrown;
    for (int depth = 0; depth < DEEPEST; depth++) {
      Throwable cause = at.getCause();
      if (cause == null) {
        return at;
      }
      at = cause;
    }
    return at;
  }

  private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
    Throwable at = thrown;
    for (int depth = 0; at != null && depth < DEEPEST; depth++) {
      if (type.isInstance(at)) {
        return type.cast(at);
      }
      at = at.getCause();
    }
    return null;
  }
}
