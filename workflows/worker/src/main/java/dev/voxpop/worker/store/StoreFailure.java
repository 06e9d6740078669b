package dev.voxpop.worker.store;

import java.sql.SQLException;

/** The database did not do what it was asked; trying again may help. */
public final class StoreFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreFailure(SQLException cause) {
    super("The experiment store failed: " + cause.getMessage(), cause);
  }
}
