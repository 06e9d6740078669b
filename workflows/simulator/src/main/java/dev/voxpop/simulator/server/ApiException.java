package dev.voxpop.simulator.server;

import org.jspecify.annotations.Nullable;

/** A request that is answered with an error of OpenAI's shape. */
final class ApiException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final @Nullable String parameter;
  private final @Nullable String code;

  private ApiException(
      int status, String message, @Nullable String parameter, @Nullable String code) {
    super(message);
    this.status = status;
    this.parameter = parameter;
    this.code = code;
  }

  static ApiException malformed(String message, @Nullable String parameter) {
    return new ApiException(400, message, parameter, null);
  }

  static ApiException unknownModel(String model) {
    return new ApiException(
        404,
        "The model `" + model + "` does not exist or you do not have access to it.",
        "model",
        "model_not_found");
  }

  static ApiException fault(RuntimeException cause) {
    return new ApiException(500, "The simulator failed: " + cause, null, "internal_error");
  }

  static ApiException unknownAddress(String method, String path) {
    return new ApiException(
        404, "Unknown request URL: " + method + " " + path + ".", null, "unknown_url");
  }

  int status() {
    return status;
  }

  @Nullable String parameter() {
    return parameter;
  }

  @Nullable String code() {
    return code;
  }
}
