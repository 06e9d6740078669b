package dev.voxpop.worker.store;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiments.Grant;
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
import java.util.Arrays;
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

  /**
   * Grants what is asked as far as the limit allows, after taking back what the path still held;
   * the same request gets the same answer.
   */
  public Grant grant(GrantRequest request) {
    return Sql.inTransaction(source, connection -> grant(connection, request));
  }

  private static Grant grant(Connection connection, GrantRequest request) throws SQLException {
    BudgetLimit limit = lock(connection, request.experiment());
    Optional<Grant> earlier = earlier(connection, request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    closeEarlierGenerations(connection, request);
    settle(
        connection,
        new Settlement(
            request.experiment(), request.path(), request.generation(), request.settled(), false));
    setGranted(connection, request, request.settled().plus(request.inFlight()));
    Grant grant = decide(connection, request, limit);
    setGranted(
        connection, request, request.settled().plus(request.inFlight()).plus(grant.granted()));
    remember(connection, request, grant);
    return grant;
  }

  private static Grant decide(Connection connection, GrantRequest request, BudgetLimit limit)
      throws SQLException {
    Allowance left = left(limit, committed(connection, request.experiment()));
    Allowance most = request.ask().min(left);
    if (most.covers(request.least())) {
      return new Grant(most, Grant.Outlook.ENOUGH);
    }
    return outstanding(connection, request.experiment())
        ? new Grant(Allowance.NONE, Grant.Outlook.LATER)
        : new Grant(most, Grant.Outlook.LAST);
  }

  /** What a closed child left open may have been spent; only the stages' rows could tell. */
  private static void closeEarlierGenerations(Connection connection, GrantRequest request)
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

  private static void setGranted(Connection connection, GrantRequest request, Allowance granted)
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

  private static void remember(Connection connection, GrantRequest request, Grant grant)
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

  /**
   * Changes the limits of a run; a limit that is absent stays.
   *
   * @return what is granted or settled, when that is more than a new limit; empty when changed
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
          Allowance committed = committed(connection, experiment);
          if (!limitOf(limit).covers(committed)) {
            return Optional.of(committed);
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

  private static Optional<Grant> earlier(Connection connection, GrantRequest request)
      throws SQLException {
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
  private static boolean outstanding(Connection connection, String experiment) throws SQLException {
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
