package dev.voxpop.backstory.batch;

/** The store did not take what it was offered for too long. */
public class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** With the store's own complaint. */
  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
