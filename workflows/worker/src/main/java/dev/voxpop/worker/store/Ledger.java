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

  /**
   * Grants what is asked as far as the limit allows, after taking back what the path still held;
   * the same request gets the same answer. What is left of an earlier run gets nothing.
   */
  public Grant grant(GrantRequest request) {
    return Sql.inTransaction(source, connection -> grant(connection, request));
  }

  private static Grant grant(Connection connection, GrantRequest request) throws SQLException {
    BudgetLimit limit = LedgerTable.lock(connection, request.experiment());
    Optional<Grant> earlier = LedgerTable.earlier(connection, request);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    if (LedgerTable.overtaken(connection, request.experiment(), request.generation())) {
      return new Grant(Allowance.NONE, Grant.Outlook.LAST);
    }
    LedgerTable.closeEarlierGenerations(connection, request);
    LedgerTable.settle(
        connection,
        new Settlement(
            request.experiment(), request.path(), request.generation(), request.settled(), false));
    LedgerTable.setGranted(connection, request, request.settled().plus(request.inFlight()));
    Grant grant = decide(connection, request, limit);
    LedgerTable.setGranted(
        connection, request, request.settled().plus(request.inFlight()).plus(grant.granted()));
    LedgerTable.remember(connection, request, grant);
    return grant;
  }

  private static Grant decide(Connection connection, GrantRequest request, BudgetLimit limit)
      throws SQLException {
    Allowance left = left(limit, LedgerTable.committed(connection, request.experiment()));
    Allowance most = request.ask().min(left);
    if (most.covers(request.least())) {
      return new Grant(most, Grant.Outlook.ENOUGH);
    }
    return LedgerTable.outstanding(connection, request.experiment())
        ? new Grant(Allowance.NONE, Grant.Outlook.LATER)
        : new Grant(most, Grant.Outlook.LAST);
  }

  /**
   * Books what a path has settled; sums only grow. What is left of an earlier run comes too late:
   * the take-over has booked what the stages' rows say.
   */
  public void settle(Settlement settlement) {
    Sql.inTransaction(
        source,
        connection -> {
          LedgerTable.lock(connection, settlement.experiment());
          if (!LedgerTable.overtaken(
              connection, settlement.experiment(), settlement.generation())) {
            LedgerTable.settle(connection, settlement);
          }
          return settlement;
        });
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
          BudgetLimit old = LedgerTable.lock(connection, experiment);
          BudgetLimit limit =
              new BudgetLimit(
                  either(wanted.micros(), old.micros()),
                  either(wanted.tokens(), old.tokens()),
                  either(wanted.calls(), old.calls()));
          Allowance committed = LedgerTable.committed(connection, experiment);
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

  /** The limits that are in force. */
  public BudgetLimit limit(String experiment) {
    return Sql.inTransaction(source, connection -> LedgerTable.lock(connection, experiment));
  }

  /** What an experiment has settled in all its runs. */
  public Allowance settled(String experiment) {
    return Sql.inTransaction(source, connection -> LedgerTable.settled(connection, experiment));
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
