package dev.voxpop.interviewing;

/** The store did not do what it was asked, or not in time; asking later can help. */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With the store's own complaint. */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
