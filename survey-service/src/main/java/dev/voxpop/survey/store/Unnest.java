package dev.voxpop.survey.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a statement that takes many rows at once: one array per column, in the order of
 * the calls.
 */
final class Unnest<T> {
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next;

  Unnest(PreparedStatement statement, List<T> rows) {
    this(statement, rows, 1);
  }

  Unnest(PreparedStatement statement, List<T> rows, int firstParameter) {
    this.statement = statement;
    this.rows = rows;
    this.next = firstParameter;
  }

  Unnest<T> ints(ToIntFunction<T> column) throws SQLException {
    statement.setObject(next++, rows.stream().mapToInt(column).toArray());
    return this;
  }

  Unnest<T> longs(ToLongFunction<T> column) throws SQLException {
    statement.setObject(next++, rows.stream().mapToLong(column).toArray());
    return this;
  }

  Unnest<T> texts(Function<T, @Nullable String> column) throws SQLException {
    return array("text", rows.stream().map(column).toArray(String[]::new));
  }

  Unnest<T> optionalInts(Function<T, @Nullable Integer> column) throws SQLException {
    return array("int4", rows.stream().map(column).toArray(Integer[]::new));
  }

  Unnest<T> optionalLongs(Function<T, @Nullable Long> column) throws SQLException {
    return array("int8", rows.stream().map(column).toArray(Long[]::new));
  }

  Unnest<T> flags(Function<T, Boolean> column) throws SQLException {
    return array("bool", rows.stream().map(column).toArray(Boolean[]::new));
  }

  Unnest<T> bytes(Function<T, byte @Nullable []> column) throws SQLException {
    return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
  }

  private Unnest<T> array(String type, @Nullable Object[] values) throws SQLException {
    statement.setArray(next++, statement.getConnection().createArrayOf(type, values));
    return this;
  }
}
