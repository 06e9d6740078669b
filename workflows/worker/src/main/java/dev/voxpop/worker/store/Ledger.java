package dev.voxpop.worker.store;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.run.Allowance;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The budget of every experiment: limits, what each path was granted, what it settled.
 *
 * <p>Invariant: settled sums of closed paths and the larger of granted and settled of open ones
 * never add up to more than the limit, so whatever was granted may be spent.
 */
@ApplicationScoped
public class Ledger {

  private final AgroalDataSource source;

  /** Keeps its rows in the {@code experiment} schema. */
  @Inject
  public Ledger(@DataSource("experiment") AgroalDataSource source) {
    this.source = source;
  }

  /** Opens or changes the limits of an experiment. */
  public void open(Connection connection, String experiment, BudgetLimit limit)
      throws SQLException {
    Sql.update(
        connection,
        """
        insert into ledger values (?, ?, ?, ?) on conflict (experiment) do update
        set calls = excluded.calls, tokens = excluded.tokens, micros = excluded.micros
        """,
        experiment,
        limit.calls(),
        limit.tokens(),
        limit.micros());
  }

  /**
   * Closes what earlier runs left open at what the stages' rows say was really spent.
   *
   * @param spent by workflow path
   */
  public void takeOver(Connection connection, String experiment, Map<String, Allowance> spent)
      throws SQLException {
    Sql.update(connection, "delete from ledger_path where experiment = ?", experiment);
    for (Map.Entry<String, Allowance> path : spent.entrySet()) {
      Allowance sum = path.getValue();
      Sql.update(
          connection,
          "insert into ledger_path values (?, ?, -1, ?, ?, ?, ?, ?, ?, true)",
          experiment,
          path.getKey(),
          sum.calls(),
          sum.tokens(),
          sum.micros(),
          sum.calls(),
          sum.tokens(),
          sum.micros());
    }
  }

  /** Grants what is asked as far as the limit allows; the same request gets the same answer. */
  public Allowance grant(GrantRequest request) {
    return Sql.inTransaction(source, connection -> grant(connection, request));
  }

  private static Allowance grant(Connection connection, GrantRequest request) throws SQLException {
    BudgetLimit limit = lock(connection, request.experiment());
    Optional<Allowance> earlier = earlier(connection, request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    settle(
        connection,
        new Settlement(
            request.experiment(), request.path(), request.run(), request.settled(), false));
    Allowance used = committed(connection, request.experiment());
    Allowance granted = request.ask().min(left(limit, used));
    Sql.update(
        connection,
        "insert into ledger_grant values (?, ?, ?, ?, ?, ?, ?)",
        request.experiment(),
        request.path(),
        request.run(),
        request.number(),
        granted.calls(),
        granted.tokens(),
        granted.micros());
    Sql.update(
        connection,
        """
        update ledger_path set granted_calls = granted_calls + ?,
          granted_tokens = granted_tokens + ?, granted_micros = granted_micros + ?
        where experiment = ? and path = ? and run = ?
        """,
        granted.calls(),
        granted.tokens(),
        granted.micros(),
        request.experiment(),
        request.path(),
        request.run());
    return granted;
  }

  /** Books what a path has settled; sums only grow. */
  public void settle(Settlement settlement) {
    Sql.inTransaction(
        source,
        connection -> {
          lock(connection, settlement.experiment());
          settle(connection, settlement);
          return settlement;
        });
  }

  private static void settle(Connection connection, Settlement settlement) throws SQLException {
    Allowance sum = settlement.settled();
    Sql.update(
        connection,
        """
        insert into ledger_path values (?, ?, ?, 0, 0, 0, ?, ?, ?, ?)
        on conflict (experiment, path, run) do update
        set settled_calls = greatest(ledger_path.settled_calls, excluded.settled_calls),
            settled_tokens = greatest(ledger_path.settled_tokens, excluded.settled_tokens),
            settled_micros = greatest(ledger_path.settled_micros, excluded.settled_micros),
            closed = ledger_path.closed or excluded.closed
        """,
        settlement.experiment(),
        settlement.path(),
        settlement.run(),
        sum.calls(),
        sum.tokens(),
        sum.micros(),
        settlement.closed());
  }

  /**
   * Changes the limits of a run; a limit that is absent stays.
   *
   * @return what is already committed, when that is more than a new limit; empty when changed
   */
  public Optional<Allowance> change(String experiment, BudgetLimit wanted) {
    return Sql.inTransaction(
        source,
        connection -> {
          BudgetLimit old = lock(connection, experiment);
          BudgetLimit limit =
              new BudgetLimit(
                  either(wanted.micros(), old.micros()),
                  either(wanted.tokens(), old.tokens()),
                  either(wanted.calls(), old.calls()));
          Allowance settled = settled(connection, experiment);
          if (!limitOf(limit).covers(settled)) {
            return Optional.of(settled);
          }
          Sql.update(
              connection,
              "update ledger set calls = ?, tokens = ?, micros = ? where experiment = ?",
              limit.calls(),
              limit.tokens(),
              limit.micros(),
              experiment);
          return Optional.empty();
        });
  }

  /** What an experiment has settled in all its runs. */
  public Allowance settled(String experiment) {
    return Sql.inTransaction(source, connection -> settled(connection, experiment));
  }

  private static BudgetLimit lock(Connection connection, String experiment) throws SQLException {
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

  private static Optional<Allowance> earlier(Connection connection, GrantRequest request)
      throws SQLException {
    return Sql.allowance(
        connection,
        """
        select calls, tokens, micros from ledger_grant
        where experiment = ? and path = ? and run = ? and number = ?
        """,
        request.experiment(),
        request.path(),
        request.run(),
        request.number());
  }

  private static Allowance committed(Connection connection, String experiment) throws SQLException {
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

  private static Allowance settled(Connection connection, String experiment) throws SQLException {
    return Sql.allowance(
            connection,
            """
            select coalesce(sum(settled_calls), 0), coalesce(sum(settled_tokens), 0),
              coalesce(sum(settled_micros), 0) from ledger_path where experiment = ?
            """,
            experiment)
        .orElse(Allowance.NONE);
  }

  private static Allowance left(BudgetLimit limit, Allowance used) {
    Allowance all = limitOf(limit);
    Allowance left = all.minus(used);
    return new Allowance(
        limit.calls() == null ? Allowance.UNLIMITED : left.calls(),
        limit.tokens() == null ? Allowance.UNLIMITED : left.tokens(),
        limit.micros() == null ? Allowance.UNLIMITED : left.micros());
  }

  private static Allowance limitOf(BudgetLimit limit) {
    return new Allowance(
        limit.calls() == null ? Allowance.UNLIMITED : limit.calls(),
        limit.tokens() == null ? Allowance.UNLIMITED : limit.tokens(),
        limit.micros() == null ? Allowance.UNLIMITED : limit.micros());
  }

  private static @Nullable Long either(@Nullable Long wanted, @Nullable Long old) {
    return wanted == null ? old : wanted;
  }
}
