package dev.voxpop.survey.store;

import java.sql.SQLException;

/** The database did not do what was asked. */
public final class StoreUnavailable extends RuntimeException {
  /** With the database's own complaint. */
  public StoreUnavailable(SQLException cause) {
    super("The survey database failed: " + cause.getMessage() + "\nMaybe it is down.", cause);
  }
}
