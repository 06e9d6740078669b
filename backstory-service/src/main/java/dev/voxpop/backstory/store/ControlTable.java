package dev.voxpop.backstory.store;

import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.SteeringMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The steering of experiments, one row each. */
final class ControlTable {

  private static final String WRITE =
      """
      INSERT INTO control AS c (experiment, mode, concurrency, version) VALUES (?, ?, ?, ?)
      ON CONFLICT (experiment) DO UPDATE SET
        mode = excluded.mode, concurrency = excluded.concurrency, version = excluded.version
      WHERE c.version < excluded.version
      """;
  private static final String READ =
      "SELECT mode, concurrency, version FROM control WHERE experiment = ?";

  private ControlTable() {}

  /** Stores an order unless a newer one is stored; aliases that it leaves out keep theirs. */
  static void write(Connection connection, ControlOrder order) throws SQLException {
    Map<String, Integer> concurrency = new TreeMap<>();
    read(connection, order.experiment()).ifPresent(old -> concurrency.putAll(old.concurrency()));
    concurrency.putAll(order.concurrency());
    Sql.change(
        connection,
        WRITE,
        order.experiment(),
        order.mode().wireName(),
        Json.write(concurrency),
        order.version());
  }

  /** The stored order; none for an experiment that was never steered. */
  static Optional<ControlOrder> read(Connection connection, String experiment) throws SQLException {
    return Sql.first(
        connection,
        row ->
            new ControlOrder(
                experiment, mode(row.getString(1)), Json.numbers(row.getString(2)), row.getLong(3)),
        READ,
        experiment);
  }

  private static SteeringMode mode(String wireName) {
    return Arrays.stream(SteeringMode.values())
        .filter(mode -> mode.wireName().equals(wireName))
        .findFirst()
        .orElseThrow();
  }
}
