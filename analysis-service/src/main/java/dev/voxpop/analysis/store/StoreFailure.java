package dev.voxpop.analysis.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database did not do what it was asked; asking later can help. */
public final class StoreFailure extends RuntimeException {

  @Serial private static final long serialVersionUID = 1;

  StoreFailure(SQLException cause) {
    super(
        "The database of analysis failed: %s.%nMaybe it is restarting; the work is tried again."
            .formatted(cause.getMessage()),
        cause);
  }
}
