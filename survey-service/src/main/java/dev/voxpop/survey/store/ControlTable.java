package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
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
import java.util.stream.Collectors;

/** The steering of experiments, one row each. */
final class ControlTable {
  private static final String WRITE =
      """
      INSERT INTO survey.control AS c (experiment, mode, concurrency, version) VALUES (?, ?, ?, ?)
      ON CONFLICT (experiment) DO UPDATE SET
        mode = excluded.mode, concurrency = excluded.concurrency, version = excluded.version
      WHERE c.version < excluded.version
      """;
  private static final String READ =
      "SELECT experiment, mode, concurrency, version FROM survey.control WHERE experiment = ANY(?)";

  private ControlTable() {}

  /** Stores an order unless a newer one is stored; aliases that it leaves out keep theirs. */
  static void write(Connection connection, ControlOrder order) throws SQLException {
    Map<String, Integer> concurrency = new TreeMap<>();
    read(connection, List.of(order.experiment()))
        .forEach(stored -> concurrency.putAll(stored.concurrency()));
    concurrency.putAll(order.concurrency());
    try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
      statement.setString(1, order.experiment());
      statement.setString(2, order.mode().wireName());
      statement.setString(3, written(concurrency));
      statement.setLong(4, order.version());
      statement.executeUpdate();
    }
  }

  /** The stored orders of experiments; none for one that was never steered. */
  static List<ControlOrder> read(Connection connection, Collection<String> experiments)
      throws SQLException {
    List<ControlOrder> orders = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setArray(1, connection.createArrayOf("text", experiments.toArray()));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          orders.add(
              new ControlOrder(
                  row.getString(1),
                  mode(row.getString(2)),
                  read(row.getString(3)),
                  row.getLong(4)));
        }
      }
    }
    return orders;
  }

  private static String written(Map<String, Integer> concurrency) {
    return concurrency.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  private static Map<String, Integer> read(String written) {
    return written
        .lines()
        .map(line -> line.split("=", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> Integer.valueOf(pair[1])));
  }

  private static SteeringMode mode(String wireName) {
    return Arrays.stream(SteeringMode.values())
        .filter(mode -> mode.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
