package dev.voxpop.survey.rest;

/** Another stage did not give what it was asked for. */
public final class PeerUnavailable extends RuntimeException {
  /** With what happened. */
  public PeerUnavailable(String message, Throwable cause) {
    super(message + "\nMaybe it is starting; the request is repeated later.", cause);
  }
}
