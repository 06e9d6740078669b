package dev.voxpop.backstory.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements with their parameters, on one connection. */
final class Sql {

  private static final int BATCH = 1_000;

  private Sql() {}

  /** Reads one row. */
  @FunctionalInterface
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Fills the parameters of one row. */
  @FunctionalInterface
  interface Binder<T> {
    @Nullable Object[] parameters(T row);
  }

  /** Changes rows and returns how many. */
  static int change(Connection connection, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  /** The rows of a query, or those that a change returns. */
  static <T> List<T> list(
      Connection connection, Reader<T> reader, String sql, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, parameters);
      List<T> rows = new ArrayList<>();
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows.add(reader.read(result));
        }
      }
      return rows;
    }
  }

  /** The first row of a query. */
  static <T> Optional<T> first(
      Connection connection, Reader<T> reader, String sql, @Nullable Object... parameters)
      throws SQLException {
    return list(connection, reader, sql, parameters).stream().findFirst();
  }

  /** Writes rows in batches that the driver turns into multi-row statements. */
  static <T> void write(Connection connection, String sql, Iterable<T> rows, Binder<T> binder)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      int waiting = 0;
      for (T row : rows) {
        bind(statement, binder.parameters(row));
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
