package dev.voxpop.interviewing.store;

import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.hosting.Json;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The steering of experiments, one row each, in the table {@code control} of a stage's schema. */
final class ControlTable {
  private final String write;
  private final String read;

  private ControlTable(String schema) {
    write =
        """
        INSERT INTO %s.control AS c (experiment, mode, concurrency, version) VALUES (?, ?, ?, ?)
        ON CONFLICT (experiment) DO UPDATE SET
          mode = excluded.mode, concurrency = excluded.concurrency, version = excluded.version
        WHERE c.version < excluded.version
        """
            .formatted(schema);
    read =
        "SELECT experiment, mode, concurrency, version FROM %s.control WHERE experiment = ANY(?)"
            .formatted(schema);
  }

  static ControlTable in(String schema) {
    return new ControlTable(schema);
  }

  /** Stores an order unless a newer one is stored; aliases that it leaves out keep theirs. */
  void write(Connection connection, ControlOrder order) throws SQLException {
    Map<String, Integer> concurrency = new TreeMap<>();
    read(connection, List.of(order.experiment()))
        .forEach(stored -> concurrency.putAll(stored.concurrency()));
    concurrency.putAll(order.concurrency());
    try (PreparedStatement statement = connection.prepareStatement(write)) {
      statement.setString(1, order.experiment());
      statement.setString(2, order.mode().wireName());
      statement.setString(3, Json.write(concurrency));
      statement.setLong(4, order.version());
      statement.executeUpdate();
    }
  }

  /** The stored orders of experiments; none for one that was never steered. */
  List<ControlOrder> read(Connection connection, Collection<String> experiments)
      throws SQLException {
    List<ControlOrder> orders = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(read)) {
      statement.setArray(1, connection.createArrayOf("text", experiments.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          orders.add(
              new ControlOrder(
                  row.getString(1),
                  mode(row.getString(2)),
                  Concurrency.read(row.getString(3)),
                  row.getLong(4)));
        }
      }
    }
    return orders;
  }

  private static SteeringMode mode(String wireName) {
    return Arrays.stream(SteeringMode.values())
        .filter(mode -> mode.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
