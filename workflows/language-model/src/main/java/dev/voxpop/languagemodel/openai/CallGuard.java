package dev.voxpop.languagemodel.openai;

import static dev.voxpop.contracts.failure.FailureType.MODEL_REJECTED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_REPLY_MALFORMED;
import static dev.voxpop.contracts.failure.FailureType.MODEL_UNAVAILABLE;

import dev.voxpop.languagemodel.ModelFailure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.net.SocketAddress;
import java.net.InetSocketAddress;
import java.util.function.Consumer;

/**
 * The limits that every request of one alias carries, whichever adapter sends it: where it may go,
 * how long it may take in all, and how large its reply may become.
 *
 * <p>It sees the request after the connection is open and before the first byte leaves. A broken
 * limit resets the request with the failure as its cause; {@link Failures} finds it there.
 */
final class CallGuard implements Consumer<HttpClientRequest> {

  private static final long RESET_CODE = 8; // CANCEL in HTTP/2, ignored in HTTP/1.1

  private final ModelSettings settings;
  private final AddressRules.Trust trust;

  CallGuard(ModelSettings settings) {
    this.settings = settings;
    this.trust =
        AddressRules.trust(settings.baseUrl().getHost(), settings.transport().trustedHosts());
  }

  @Override
  public void accept(HttpClientRequest request) {
    if (!isAllowed(request.connection().remoteAddress())) {
      request.reset(RESET_CODE, forbidden());
      return;
    }
    Vertx vertx = Vertx.currentContext().owner();
    long millis = Math.max(1, settings.transport().callTimeout().toMillis());
    long timer = vertx.setTimer(millis, id -> request.reset(RESET_CODE, overdue()));
    request
        .response()
        .onSuccess(
            response -> {
              limit(request, response);
              response.end().onComplete(end -> vertx.cancelTimer(timer));
            })
        .onFailure(failure -> vertx.cancelTimer(timer));
  }

  private boolean isAllowed(SocketAddress address) {
    // Null when the connection broke meanwhile: then sending fails by itself.
    return address == null
        || !address.isInetSocket()
        || AddressRules.allows(
            new InetSocketAddress(address.hostAddress(), address.port()).getAddress(), trust);
  }

  private void limit(HttpClientRequest request, HttpClientResponse response) {
    long most = settings.transport().maxResponseBytes();
    long[] size = {0};
    response.handler(
        chunk -> {
          size[0] += chunk.length();
          if (size[0] > most && size[0] - chunk.length() <= most) {
            request.reset(RESET_CODE, tooLarge(response.statusCode()));
          }
        });
  }

  private ModelFailure forbidden() {
    return ModelFailure.of(
            MODEL_REJECTED,
            "The host of model alias \"%s\" has an address that may not be called.\nMaybe list it in voxpop.model.%s.trusted-hosts if it is yours."
                .formatted(settings.alias(), settings.alias()))
        .unsent()
        .failure();
  }

  private ModelFailure overdue() {
    return ModelFailure.of(
            MODEL_UNAVAILABLE,
            "A call of model alias \"%s\" took longer than %s.\nMaybe raise voxpop.model.%s.call-timeout."
                .formatted(settings.alias(), settings.transport().callTimeout(), settings.alias()))
        .maybeCharged()
        .failure();
  }

  private ModelFailure tooLarge(int status) {
    return ModelFailure.of(
            MODEL_REPLY_MALFORMED,
            "A reply of model alias \"%s\" is larger than %d bytes.\nMaybe raise voxpop.model.%s.max-response-bytes."
                .formatted(
                    settings.alias(), settings.transport().maxResponseBytes(), settings.alias()))
        .status(status)
        .maybeCharged()
        .failure();
  }
}
