package dev.voxpop.hosting.peer;

import java.io.Serial;

/** Another stage did not answer as it should; asking later can help. */
public final class PeerUnavailable extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  private final int status;

  PeerUnavailable(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** The HTTP status of the answer; 0 when there was none. */
  public int status() {
    return status;
  }
}
