package dev.voxpop.worker.store;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.Grant;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.run.Allowance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/** The rows of the {@link Ledger}: limits, sums by path and generation, and answers to requests. */
final class LedgerTable {

  private LedgerTable() {}

  /** Whether a later run holds the experiment than the one a generation belongs to. */
  static boolean overtaken(Connection connection, String experiment, int generation)
      throws SQLException {
    return Sql.allowance(connection, "select run, 0, 0 from experiment where id = ?", experiment)
            .orElse(Allowance.NONE)
            .calls()
        > generation / Admission.STARTS_PER_RUN;
  }

  /** What a closed child left open may have been spent; only the stages' rows could tell. */
  static void closeEarlierGenerations(Connection connection, GrantRequest request)
      throws SQLException {
    Sql.update(
        connection,
        """
        update ledger_path set closed = true,
          settled_calls = greatest(granted_calls, settled_calls),
          settled_tokens = greatest(granted_tokens, settled_tokens),
          settled_micros = greatest(granted_micros, settled_micros)
        where experiment = ? and path = ? and generation < ? and not closed
        """,
        request.experiment(),
        request.path(),
        request.generation());
  }

  static void setGranted(Connection connection, GrantRequest request, Allowance granted)
      throws SQLException {
    Sql.update(
        connection,
        """
        update ledger_path set granted_calls = ?, granted_tokens = ?, granted_micros = ?
        where experiment = ? and path = ? and generation = ?
        """,
        granted.calls(),
        granted.tokens(),
        granted.micros(),
        request.experiment(),
        request.path(),
        request.generation());
  }

  static void remember(Connection connection, GrantRequest request, Grant grant)
      throws SQLException {
    Sql.update(
        connection,
        "insert into ledger_grant values (?, ?, ?, ?, ?, ?, ?, ?)",
        request.experiment(),
        request.path(),
        request.generation(),
        request.number(),
        grant.granted().calls(),
        grant.granted().tokens(),
        grant.granted().micros(),
        grant.outlook().wireName());
  }

  static void settle(Connection connection, Settlement settlement) throws SQLException {
    Allowance sum = settlement.settled();
    Sql.update(
        connection,
        """
        insert into ledger_path values (?, ?, ?, 0, 0, 0, ?, ?, ?, ?)
        on conflict (experiment, path, generation) do update
        set settled_calls = greatest(ledger_path.settled_calls, excluded.settled_calls),
            settled_tokens = greatest(ledger_path.settled_tokens, excluded.settled_tokens),
            settled_micros = greatest(ledger_path.settled_micros, excluded.settled_micros),
            closed = ledger_path.closed or excluded.closed
        """,
        settlement.experiment(),
        settlement.path(),
        settlement.generation(),
        sum.calls(),
        sum.tokens(),
        sum.micros(),
        settlement.closed());
  }

  static BudgetLimit lock(Connection connection, String experiment) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "select micros, tokens, calls from ledger where experiment = ? for update")) {
      statement.setString(1, experiment);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new SQLException("Experiment " + experiment + " has no ledger.");
        }
        return new BudgetLimit(
            row.getObject(1, Long.class),
            row.getObject(2, Long.class),
            row.getObject(3, Long.class));
      }
    }
  }

  static Optional<Grant> earlier(Connection connection, GrantRequest request) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            """
            select calls, tokens, micros, outlook from ledger_grant
            where experiment = ? and path = ? and generation = ? and number = ?
            """)) {
      statement.setString(1, request.experiment());
      statement.setString(2, request.path());
      statement.setInt(3, request.generation());
      statement.setInt(4, request.number());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.of(grant(row)) : Optional.empty();
      }
    }
  }

  private static Grant grant(ResultSet row) throws SQLException {
    Allowance granted = new Allowance(row.getLong(1), row.getLong(2), row.getLong(3));
    String outlook = row.getString(4);
    return new Grant(
        granted,
        Arrays.stream(Grant.Outlook.values())
            .filter(known -> known.wireName().equals(outlook))
            .findFirst()
            .orElseThrow());
  }

  /** Whether any path holds more than it has settled. */
  static boolean outstanding(Connection connection, String experiment) throws SQLException {
    return Sql.allowance(
                connection,
                """
                select count(*), 0, 0 from ledger_path where experiment = ? and not closed
                  and (granted_calls > settled_calls or granted_tokens > settled_tokens
                    or granted_micros > settled_micros)
                """,
                experiment)
            .orElse(Allowance.NONE)
            .calls()
        > 0;
  }

  static Allowance committed(Connection connection, String experiment) throws SQLException {
    return Sql.allowance(
            connection,
            """
            select
              coalesce(sum(case when closed then settled_calls else greatest(granted_calls, settled_calls) end), 0),
              coalesce(sum(case when closed then settled_tokens else greatest(granted_tokens, settled_tokens) end), 0),
              coalesce(sum(case when closed then settled_micros else greatest(granted_micros, settled_micros) end), 0)
            from ledger_path where experiment = ?
            """,
            experiment)
        .orElse(Allowance.NONE);
  }

  static Allowance settled(Connection connection, String experiment) throws SQLException {
    return Sql.allowance(
            connection,
            """
            select coalesce(sum(settled_calls), 0), coalesce(sum(settled_tokens), 0),
              coalesce(sum(settled_micros), 0) from ledger_path where experiment = ?
            """,
            experiment)
        .orElse(Allowance.NONE);
  }
}
