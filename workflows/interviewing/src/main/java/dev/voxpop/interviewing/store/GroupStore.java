package dev.voxpop.interviewing.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a stage makes of a group of entries, inside the one transaction that stores them. */
@FunctionalInterface
public interface GroupStore<W extends Waiting<?>> {
  /**
   * Stores a group and tells its members what was there already and who was overtaken.
   *
   * @param group at most one entry of each series, in the order of their keys
   */
  void store(Connection connection, List<W> group) throws SQLException;
}
