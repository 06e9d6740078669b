package dev.voxpop.analysis.store;

import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.hosting.Json;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Answers of an experiment that are read again, compared with those kept, and put in their place.
 */
@ApplicationScoped
public class Rebuilds {

  private static final String FIRST_DIFFERENCE =
      "SELECT coalesce(a.id, b.id), row_to_json(a), row_to_json(b) FROM"
          + " (SELECT * FROM analysis.response WHERE experiment = ?) a FULL JOIN"
          + " (SELECT * FROM analysis.response_rebuilt WHERE experiment = ?) b ON a.id = b.id"
          + " WHERE a IS DISTINCT FROM b ORDER BY 1 LIMIT 1";

  private final AgroalDataSource source;

  @Inject
  public Rebuilds(@DataSource("analysis") AgroalDataSource source) {
    this.source = source;
  }

  /**
   * What a comparison showed.
   *
   * @param difference the first row that differs, in words; null when all rows are equal
   */
  public record Outcome(long kept, long rebuilt, @Nullable String difference) {}

  /** Forgets what was read again before. */
  public void clear(String experiment) {
    change(List.of("DELETE FROM analysis.response_rebuilt WHERE experiment = ?"), experiment);
  }

  /** Adds answers that were read again; one that is there stays as it is. */
  public void add(List<Received<ResponseCompleted>> answers) {
    try (Connection connection = source.getConnection()) {
      var _ = ResponseColumns.insert(connection, Shelf.REBUILT, answers);
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Compares both tables row by row and column by column. */
  public Outcome compare(String experiment) {
    try (Connection connection = source.getConnection()) {
      return new Outcome(
          count(connection, Shelf.KEPT, experiment),
          count(connection, Shelf.REBUILT, experiment),
          difference(connection, experiment));
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  /** Puts the rebuilt answers in the place of those kept, all at once. */
  public void swap(String experiment) {
    change(
        List.of(
            "DELETE FROM analysis.response WHERE experiment = ?",
            "INSERT INTO analysis.response SELECT * FROM analysis.response_rebuilt"
                + " WHERE experiment = ?"),
        experiment);
  }

  private void change(List<String> statements, String experiment) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        for (String sql : statements) {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, experiment);
            statement.executeUpdate();
          }
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new StoreFailure(e);
    }
  }

  private static long count(Connection connection, Shelf shelf, String experiment)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT count(*) FROM " + shelf.table() + " WHERE experiment = ?")) {
      statement.setString(1, experiment);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private static @Nullable String difference(Connection connection, String experiment)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(FIRST_DIFFERENCE)) {
      statement.setString(1, experiment);
      statement.setString(2, experiment);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? words(row.getString(1), row.getString(2), row.getString(3)) : null;
      }
    }
  }

  private static String words(String id, @Nullable String kept, @Nullable String rebuilt) {
    if (kept == null || rebuilt == null) {
      return "answer %s is %s".formatted(id, kept == null ? "not kept" : "kept only");
    }
    Map<?, ?> first = Json.read(kept, TreeMap.class);
    Map<?, ?> second = Json.read(rebuilt, Map.class);
    for (Map.Entry<?, ?> column : first.entrySet()) {
      Object other = second.get(column.getKey());
      if (!Objects.equals(column.getValue(), other)) {
        return "answer %s, %s: kept %s, rebuilt %s"
            .formatted(id, column.getKey(), column.getValue(), other);
      }
    }
    return "answer " + id + " differs";
  }
}
