package dev.voxpop.backstory.rest;

/** Another stage did not answer as it should; asking later can help. */
public final class PeerUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  PeerUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
