package dev.voxpop.survey.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rosters: what is worked on, and under which specification. */
final class RosterTable {
  private static final String INSERT =
      "INSERT INTO survey.roster (kind, experiment, name, hash, spec, steps, repeats, simulated)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String FIND =
      "SELECT * FROM survey.roster WHERE kind = ? AND experiment = ? AND name = ?";
  private static final String SAME_HASH = " AND hash = ?";
  private static final String REPLACE =
      "UPDATE survey.roster SET hash = ?, spec = ?, size = 0, steps = ?, repeats = ?, simulated = ?"
          + " WHERE key = ?";
  private static final String RESIZE = "UPDATE survey.roster SET size = ? WHERE key = ?";
  private static final String HAS_ANSWERS =
      "SELECT EXISTS (SELECT FROM survey.answer WHERE roster = ?)"
          + " OR EXISTS (SELECT FROM survey.attempt WHERE roster = ?)";

  private RosterTable() {}

  /** Adds a roster unless it is there, and returns the one that is stored. */
  static RosterRow put(Connection connection, RosterRow wanted) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setString(1, wanted.kind().column());
      statement.setString(2, wanted.experiment());
      statement.setString(3, wanted.name());
      statement.setString(4, wanted.hash());
      statement.setString(5, wanted.spec());
      statement.setInt(6, wanted.steps());
      statement.setInt(7, wanted.repeats());
      statement.setBoolean(8, wanted.simulated());
      statement.executeUpdate();
    }
    return (wanted.kind() == RosterRow.Kind.ARM
            ? findArm(connection, wanted.experiment(), wanted.name())
            : findTraits(connection, wanted.name(), wanted.hash()))
        .orElseThrow();
  }

  static Optional<RosterRow> findArm(Connection connection, String experiment, String arm)
      throws SQLException {
    return find(connection, FIND, RosterRow.Kind.ARM, experiment, arm);
  }

  static Optional<RosterRow> findTraits(Connection connection, String pool, String key)
      throws SQLException {
    return find(connection, FIND + SAME_HASH, RosterRow.Kind.TRAITS, "", pool, key);
  }

  /** The rosters that an experiment works on. */
  static List<RosterRow> ofExperiment(Connection connection, String experiment)
      throws SQLException {
    String sql =
        "SELECT * FROM survey.roster WHERE (kind = 'arm' AND experiment = ?) OR key IN"
            + " (SELECT roster FROM survey.lease WHERE experiment = ?) ORDER BY key";
    List<RosterRow> rosters = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, experiment);
      statement.setString(2, experiment);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          rosters.add(roster(row));
        }
      }
    }
    return rosters;
  }

  /** Gives a roster another specification and forgets its members; it must have no answers. */
  static void replace(Connection connection, int key, RosterRow wanted) throws SQLException {
    for (String table : List.of("series", "lease", "member")) {
      try (PreparedStatement statement =
          connection.prepareStatement("DELETE FROM survey." + table + " WHERE roster = ?")) {
        statement.setInt(1, key);
        statement.executeUpdate();
      }
    }
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      statement.setString(1, wanted.hash());
      statement.setString(2, wanted.spec());
      statement.setInt(3, wanted.steps());
      statement.setInt(4, wanted.repeats());
      statement.setBoolean(5, wanted.simulated());
      statement.setInt(6, key);
      statement.executeUpdate();
    }
  }

  /** Keeps a specification that differs in nothing that its hash covers. */
  static void respecify(Connection connection, int key, String spec) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE survey.roster SET spec = ? WHERE key = ?")) {
      statement.setString(1, spec);
      statement.setInt(2, key);
      statement.executeUpdate();
    }
  }

  static boolean hasAnswers(Connection connection, int key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HAS_ANSWERS)) {
      statement.setInt(1, key);
      statement.setInt(2, key);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  static void resize(Connection connection, int key, int size) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RESIZE)) {
      statement.setInt(1, size);
      statement.setInt(2, key);
      statement.executeUpdate();
    }
  }

  private static Optional<RosterRow> find(
      Connection connection, String sql, RosterRow.Kind kind, String... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, kind.column());
      for (int i = 0; i < parameters.length; i++) {
        statement.setString(i + 2, parameters[i]);
      }
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(roster(row)) : Optional.empty();
      }
    }
  }

  private static RosterRow roster(ResultSet row) throws SQLException {
    return new RosterRow(
        row.getInt("key"),
        row.getString("kind").equals("arm") ? RosterRow.Kind.ARM : RosterRow.Kind.TRAITS,
        row.getString("experiment"),
        row.getString("name"),
        row.getString("hash"),
        row.getString("spec"),
        row.getInt("size"),
        row.getInt("steps"),
        row.getInt("repeats"),
        row.getBoolean("simulated"));
  }
}
