package dev.voxpop.worker.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.BudgetLimit;
import dev.voxpop.contracts.experiments.Grant;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.Settlement;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.worker.ExperimentStageResource;
import dev.voxpop.worker.store.Ledger;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever children do at the same time, granted never exceeds the limit. */
@QuarkusTest
@WithTestResource(ExperimentStageResource.class)
class LedgerPropertiesIT {

  private static final int CHILDREN = 8;
  private static final int STEPS = 60;

  @Inject Claims claims;
  @Inject Ledger ledger;

  @Inject
  @DataSource("experiment")
  AgroalDataSource source;

  private void open(String experiment, long calls) {
    claims.claim(
        Applications.of(
            Applications.document(experiment, "bio", 1).replace("1000", Long.toString(calls)),
            experiment,
            "run"));
  }

  private static Allowance of(long calls) {
    return new Allowance(calls, calls * 100, 0);
  }

  /** A child as the workflows have it, with crashes. */
  private final class Child {

    private final String experiment;
    private final String path;
    private final long limit;
    private final Random random;
    private int generation;
    private int number;
    private Allowance held = Allowance.NONE;
    private Allowance inFlight = Allowance.NONE;
    private Allowance settled = Allowance.NONE;
    private long spent;

    Child(String experiment, int child, long limit, long seed) {
      this.experiment = experiment;
      this.path = experiment + "/arm/" + child;
      this.limit = limit;
      this.random = new Random(seed * 31 + child);
    }

    long live() throws SQLException {
      for (int step = 0; step < STEPS; step++) {
        switch (random.nextInt(10)) {
          case 0, 1, 2, 3 -> ask();
          case 4, 5, 6 -> handOut();
          case 7, 8 -> settle();
          default -> crash();
        }
        assertThat(committed(experiment)).isLessThanOrEqualTo(limit);
      }
      ledger.settle(new Settlement(experiment, path, generation, settled, true));
      return spent;
    }

    private void ask() {
      long least = random.nextLong(1, 10);
      GrantRequest request =
          new GrantRequest(
              experiment,
              path,
              generation,
              number++,
              of(least * random.nextLong(1, 8)),
              of(least),
              inFlight,
              settled);
      Grant grant = ledger.grant(request);
      if (random.nextBoolean()) {
        assertThat(ledger.grant(request)).isEqualTo(grant);
      }
      held = grant.granted();
    }

    private void handOut() {
      Allowance share = held.min(of(random.nextLong(1, 10)));
      held = held.minus(share);
      inFlight = inFlight.plus(share);
    }

    private void settle() {
      Allowance used = inFlight.min(of(random.nextLong(1, 10)));
      settled = settled.plus(used);
      held = held.plus(inFlight).minus(used);
      inFlight = Allowance.NONE;
      spent += used.calls();
    }

    private void crash() {
      generation++;
      number = 0;
      held = Allowance.NONE;
      inFlight = Allowance.NONE;
      settled = Allowance.NONE;
    }
  }

  private long committed(String experiment) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement =
            connection.prepareStatement(
                "select sum(case when closed then settled_calls"
                    + " else greatest(granted_calls, settled_calls) end)"
                    + " from ledger_path where experiment = ?")) {
      statement.setString(1, experiment);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void concurrentChildren_neverHoldMoreThanTheLimit(long seed) throws Exception {
    String experiment = "ledger-" + seed;
    long limit = 100 * seed;
    open(experiment, limit);
    long spent = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(CHILDREN)) {
      List<Callable<Long>> lives = new ArrayList<>();
      for (int child = 0; child < CHILDREN; child++) {
        Child one = new Child(experiment, child, limit, seed);
        lives.add(one::live);
      }
      for (Future<Long> life : threads.invokeAll(lives)) {
        spent += life.get();
      }
    }
    assertThat(spent).isPositive().isLessThanOrEqualTo(limit);
  }

  private Grant grant(String path, int number, long ask, long least) {
    return ledger.grant(
        new GrantRequest(
            "shares", path, 0, number, of(ask), of(least), Allowance.NONE, Allowance.NONE));
  }

  @Test
  void grant_waitsForOthersAndGivesTheLastWhenNothingComesBack() {
    open("shares", 10);
    assertThat(grant("a", 0, 8, 2)).isEqualTo(new Grant(of(8), Grant.Outlook.ENOUGH));
    assertThat(grant("b", 0, 4, 4).outlook()).isEqualTo(Grant.Outlook.LATER);
    assertThat(grant("b", 0, 4, 4).outlook()).isEqualTo(Grant.Outlook.LATER);
    ledger.settle(new Settlement("shares", "a", 0, of(7), true));
    assertThat(grant("b", 1, 4, 4))
        .isEqualTo(new Grant(new Allowance(3, 400, 0), Grant.Outlook.LAST));
    assertThat(grant("c", 0, 4, 4).outlook()).isEqualTo(Grant.Outlook.LATER);
  }

  @Test
  void limit_mayBeRaisedAndNotPutBelowWhatIsGranted() {
    open("limits", 100);
    ledger.grant(
        new GrantRequest("limits", "a", 0, 0, of(60), of(1), Allowance.NONE, Allowance.NONE));
    assertThat(ledger.change("limits", new BudgetLimit(null, null, 59L))).isPresent();
    assertThat(ledger.change("limits", new BudgetLimit(null, null, 60L))).isEmpty();
    assertThat(ledger.change("limits", new BudgetLimit(null, null, 500L))).isEmpty();
    assertThat(ledger.change("limits", new BudgetLimit(5_000_000L, null, null))).isEmpty();
  }
}
