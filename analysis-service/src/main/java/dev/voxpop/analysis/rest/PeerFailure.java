package dev.voxpop.analysis.rest;

import java.io.Serial;

/** Another stage did not answer as it should; asking later can help. */
public final class PeerFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  PeerFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
