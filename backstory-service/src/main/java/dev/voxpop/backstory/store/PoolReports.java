package dev.voxpop.backstory.store;

import dev.voxpop.backstory.config.BackstoryBeans;
import dev.voxpop.backstory.gate.Gate;
import dev.voxpop.interviewing.store.Transactions;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports on pools, made from rows when they are asked for. */
@ApplicationScoped
public class PoolReports {

  private static final String SLOTS =
      "SELECT state, reason, verdicts, rounds FROM slot WHERE pool = ?";
  private static final String CALLS =
      """
      SELECT count(*), count(*) FILTER (WHERE place LIKE '%/judge'),
        coalesce(sum(tokens), 0), coalesce(sum(micros), 0) FROM call WHERE pool = ?
      """;

  private final Transactions transactions;

  /** Reports of a database. */
  @Inject
  public PoolReports(@Identifier(BackstoryBeans.SCHEMA) Transactions transactions) {
    this.transactions = transactions;
  }

  private record Ended(String state, @Nullable String reason, String verdicts, int rounds) {}

  private record Bought(long calls, long judge, long tokens, long micros) {}

  /** The report of a pool. */
  public PoolReport of(PoolRecord pool) {
    return transactions.call(connection -> of(connection, pool));
  }

  // As long as the report has components.
  private static PoolReport of(Connection connection, PoolRecord pool) throws SQLException {
    Tally tally = new Tally();
    Sql.list(connection, PoolReports::ended, SLOTS, pool.id()).forEach(tally::add);
    Bought bought = Sql.first(connection, PoolReports::bought, CALLS, pool.id()).orElseThrow();
    long stories = Math.max(1, pool.stories());
    return new PoolReport(
        pool.id(),
        pool.kind().wireName(),
        pool.closed() ? "closed" : "open",
        pool.slots(),
        pool.stories(),
        tally.filled,
        tally.exhausted,
        tally.candidates,
        tally.named(),
        tally.passRates(),
        tally.rounds,
        bought.judge(),
        tally.failures.getOrDefault(Gate.VERDICT, 0),
        bought.calls(),
        bought.tokens(),
        bought.micros(),
        bought.tokens() / stories,
        bought.micros() / stories);
  }

  /** What the slots say. */
  private static final class Tally {
    private final Map<String, Integer> exhausted = new TreeMap<>();
    private final Map<Integer, Integer> rounds = new TreeMap<>();
    private final Map<Gate, Integer> failures = new EnumMap<>(Gate.class);
    private int candidates;
    private int filled;

    private void add(Ended slot) {
      candidates += slot.verdicts().length();
      filled += slot.state().equals("filled") ? 1 : 0;
      String reason = slot.reason();
      if (reason != null) {
        exhausted.merge(reason, 1, Integer::sum);
      }
      if (!slot.state().equals("open")) {
        rounds.merge(slot.rounds(), 1, Integer::sum);
      }
      for (Gate gate : Gate.values()) {
        int count = (int) slot.verdicts().chars().filter(letter -> letter == gate.letter()).count();
        failures.merge(gate, count, Integer::sum);
      }
    }

    private Map<String, Integer> named() {
      Map<String, Integer> named = new TreeMap<>();
      failures.forEach((gate, count) -> named.put(gate.wireName(), count));
      return named;
    }

    private Map<String, Double> passRates() {
      Map<String, Double> rates = new TreeMap<>();
      int reached = candidates;
      for (Gate gate : Gate.values()) {
        int failed = failures.getOrDefault(gate, 0);
        if (reached > 0) {
          rates.put(gate.wireName(), (double) (reached - failed) / reached);
        }
        reached -= failed;
      }
      return rates;
    }
  }

  private static Ended ended(ResultSet row) throws SQLException {
    return new Ended(row.getString(1), row.getString(2), row.getString(3), row.getInt(4));
  }

  private static Bought bought(ResultSet row) throws SQLException {
    return new Bought(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }
}
