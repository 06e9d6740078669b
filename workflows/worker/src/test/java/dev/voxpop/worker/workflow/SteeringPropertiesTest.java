package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.survey.InterviewBatch;
import dev.voxpop.contracts.workflow.RunExperiment.Budget;
import dev.voxpop.contracts.workflow.RunExperiment.Concurrency;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is ordered, and however often, each answer is bought once and the budget holds. */
class SteeringPropertiesTest {

  private static final String ID = "tossed";
  private static final int PEOPLE = 300;
  private static final long CELLS = (long) PEOPLE * FakeSurveys.QUESTIONS;
  private static final int ORDERS = 50;
  private static final int SECONDS = 1_200;
  private static final long HIGHEST_LIMIT = 4 * CELLS;

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void fiftyRandomOrders_loseNothingAndBuyNothingTwice(long seed) {
    Random random = new Random(seed);
    prepare(random);
    for (int i = 0; i < ORDERS; i++) {
      Runnable order = order(random);
      world.after(Duration.ofSeconds(random.nextInt(10, SECONDS)), () -> unlessOver(order));
    }
    world.after(
        Duration.ofSeconds(SECONDS + 60), () -> unlessOver(() -> world.signal(ID, "resume")));
    RunResult result = world.run(ID, World.ONE_ARM);

    assertThat(result.state()).as("seed %d", seed).isEqualTo(RunState.COMPLETED);
    assertThat(result.answered()).isEqualTo(CELLS);
    assertThat(world.surveys.answers()).isEqualTo(CELLS);
    assertThat(world.surveys.calls(ID)).isEqualTo(CELLS);
    assertThat(world.experiments.stillGranted()).isEqualTo(CELLS);
    assertThat(world.experiments.mostGranted()).isLessThanOrEqualTo(HIGHEST_LIMIT);
    assertThat(world.surveys.batches()).extracting(InterviewBatch::turn).doesNotHaveDuplicates();
    assertThat(world.surveys.orders())
        .hasSizeGreaterThan(10)
        .extracting(ControlOrder::version)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(world.experiments.log())
        .extracting(StateChange::version)
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22})
  void stopAfterRandomOrders_reportsExactlyWhatIsThere(long seed) {
    Random random = new Random(seed);
    prepare(random);
    for (int i = 0; i < ORDERS; i++) {
      Runnable order = order(random);
      world.after(Duration.ofSeconds(random.nextInt(10, 120)), () -> unlessOver(order));
    }
    world.after(
        Duration.ofSeconds(121), () -> unlessOver(() -> world.signal(ID, "stopGracefully")));
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).as("seed %d", seed).isEqualTo(RunState.PARTIAL);
    assertThat(result.answered()).isEqualTo(world.surveys.answers()).isLessThan(CELLS);
    assertThat(world.surveys.calls(ID)).isEqualTo(result.answered());
    assertThat(world.experiments.stillGranted()).isEqualTo(result.answered());
  }

  /** Thirty batches, of which most turns come to nothing and take up to a minute. */
  private void prepare(Random random) {
    world.surveys.size(PEOPLE, 10, 4);
    world.experiments.limit(2 * CELLS);
    for (int nth = 1; nth <= 200; nth++) {
      if (random.nextInt(5) > 0) {
        long millis = random.nextLong(1_000, 60_000);
        world.script.answer("interview bio", nth, () -> Tallies.yielded(10, millis));
      }
    }
  }

  private Runnable order(Random random) {
    int n = random.nextInt(1, 100);
    long calls = random.nextLong(CELLS, HIGHEST_LIMIT);
    return switch (random.nextInt(8)) {
      case 0, 1 -> () -> world.signal(ID, "pause", "order " + n);
      case 2, 3, 4 -> () -> world.signal(ID, "resume");
      case 5, 6 -> () -> update("setConcurrency", new Concurrency("default", n));
      default -> () -> update("setBudget", new Budget(null, null, calls));
    };
  }

  private void update(String name, Object argument) {
    WorkflowStub stub = world.client.newUntypedWorkflowStub(ID);
    stub.update(name, Void.class, argument);
  }

  /** An order that comes too late is nobody's. */
  private static void unlessOver(Runnable order) {
    try {
      order.run();
    } catch (WorkflowNotFoundException | WorkflowServiceException late) {
      assertThat(late).hasMessageContaining(ID);
    }
  }
}
