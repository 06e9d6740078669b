package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.RunExperiment.Budget;
import dev.voxpop.contracts.workflow.RunExperiment.Concurrency;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.CanceledFailure;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SteeringTest {

  /** The clock of the signals begins to run a moment before the run does. */
  private static final Duration START = Duration.ofSeconds(10);

  private static final String ID = "steered";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private List<String> log() {
    return world.experiments.log().stream()
        .filter(line -> line.phase() == RunPhase.SURVEY)
        .map(SteeringTest::text)
        .toList();
  }

  private static String text(StateChange line) {
    PauseReason reason = line.reason();
    return line.state().wireName() + (reason == null ? "" : " " + reason.wireName());
  }

  @Test
  void pause_makesBatchesYieldAndResumeGoesOn() {
    world.script.at("interview bio 0 ", 1, () -> world.signal(ID, "pause", "lunch"));
    world.script.answer("interview bio 10 ", 1, () -> Tallies.ended(BatchEnd.PAUSED, 10));
    world.after(Duration.ofHours(2), () -> world.signal(ID, "resume", "back"));
    RunResult result = world.run(ID, World.ONE_ARM);

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.answers()).isEqualTo(120);
    assertThat(world.lasted(ID)).isGreaterThan(Duration.ofHours(2).minus(START));
    assertThat(world.script.calls("interview bio 10 ")).hasSizeBetween(2, 4);
    assertThat(log()).containsSubsequence("paused operator", "running");
    assertThat(world.surveys.orders())
        .extracting(order -> order.mode())
        .containsExactly(SteeringMode.RUN, SteeringMode.PAUSE, SteeringMode.RUN);
  }

  @Test
  void twoPausesAndTwoResumes_areOneOfEach() {
    pauseDuringTheFirstBatch(
        () -> {
          world.signal(ID, "pause", "one");
          world.signal(ID, "pause", "two");
        });
    world.after(
        Duration.ofHours(1),
        () -> {
          world.signal(ID, "resume");
          world.signal(ID, "resume");
        });
    world.run(ID, World.ONE_ARM);
    assertThat(world.experiments.log())
        .filteredOn(line -> line.state() == RunState.PAUSED)
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line.detail()).isEqualTo("one"));
    assertThat(world.surveys.orders()).hasSize(3);
  }

  @Test
  void manyQuickOrders_endWhereTheLastOneSays() {
    world.script.at(
        "interview bio 0 ",
        1,
        () -> {
          for (int i = 0; i < 25; i++) {
            world.signal(ID, "pause");
            world.signal(ID, "resume");
          }
        });
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.answers()).isEqualTo(120);
    assertThat(world.surveys.orders())
        .extracting(order -> order.version())
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void pauseBeforeAdmission_waitsForIt() {
    world.script.at("admit", 1, () -> world.signal(ID, "pause", "not yet"));
    world.after(Duration.ofHours(1), () -> world.signal(ID, "resume"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID).toMillis()).isGreaterThan(3_600_000);
    assertThat(world.surveys.orders().getFirst().mode()).isEqualTo(SteeringMode.PAUSE);
  }

  @Test
  void pauseOfAnEarlierRun_holdsInTheNext() {
    world.experiments.pausedBefore();
    world.after(Duration.ofHours(1), () -> world.signal(ID, "resume"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID).toMillis()).isGreaterThan(3_600_000);
  }

  @Test
  void gracefulStop_reportsWhatIsThere() {
    world.surveys.size(40, 10, 1);
    world.script.at(
        "interview bio 10 ",
        1,
        () -> {
          world.signal(ID, "stopGracefully");
          world.surveys.awaitMode(SteeringMode.STOP);
        });
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.PARTIAL);
    assertThat(result.answered()).isPositive().isLessThan(result.planned());
    assertThat(world.script.calls("analyse")).hasSize(1);
    assertThat(world.experiments.log()).extracting(l -> l.state()).contains(RunState.CLOSING);
  }

  @Test
  void stopWhilePaused_endsTheRun() {
    world.script.at("interview bio 0 ", 1, () -> world.signal(ID, "pause"));
    world.script.answer("interview bio 10 ", 1, () -> Tallies.ended(BatchEnd.PAUSED, 10));
    world.after(Duration.ofHours(1), () -> world.signal(ID, "stopGracefully"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.PARTIAL);
  }

  @Test
  void stopDuringALongWait_doesNotWaitForItsEnd() {
    world.script.answer("interview bio 0 ", 1, () -> Tallies.yielded(10, 600_000));
    world.script.answer("interview bio 10 ", 1, () -> Tallies.yielded(10, 600_000));
    world.after(Duration.ofSeconds(20), () -> world.signal(ID, "stopGracefully"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.PARTIAL);
    assertThat(world.lasted(ID).toMillis()).isLessThan(60_000);
  }

  @Test
  void cancellation_closesWhatIsThereAndNoBatchBuysAnyMore() {
    world.surveys.size(40, 10, 1);
    world.script.answer(
        "interview bio 10 ",
        1,
        () -> {
          cancel();
          world.script.await("survey control stop");
          return Tallies.ended(BatchEnd.STOPPED, 10);
        });
    RunResult result = cancelled();
    assertThat(result.report()).isNotNull();
    assertThat(result.answered()).isEqualTo(30);
    assertThat(result.planned()).isEqualTo(120);
  }

  @Test
  void cancellationWhileAdmitted_closesTheClaim() {
    world.script.at("admit", 1, this::cancel);
    assertThat(cancelled().answered()).isZero();
    assertThat(world.script.calls("interview")).isEmpty();
  }

  @Test
  void cancellationOfAPausedRun_isObeyed() {
    pauseDuringTheFirstBatch(() -> world.signal(ID, "pause"));
    world.after(Duration.ofHours(1), this::cancel);
    cancelled();
  }

  /** The batch yields to the pause, so that something is left to be done after it. */
  private void pauseDuringTheFirstBatch(Runnable pause) {
    world.script.answer(
        "interview bio 0 ",
        1,
        () -> {
          pause.run();
          world.script.await("survey control pause");
          return Tallies.ended(BatchEnd.PAUSED, 10);
        });
  }

  /** Temporal shows a cancelled run without its result; the experiment's log has it. */
  private RunResult cancelled() {
    WorkflowStub stub = world.start(ID, World.ONE_ARM);
    assertThatThrownBy(() -> world.result(stub)).hasRootCauseInstanceOf(CanceledFailure.class);
    StateChange last = world.experiments.log().getLast();
    assertThat(last.state()).isEqualTo(RunState.CANCELLED);
    RunResult result = Objects.requireNonNull(last.result());
    assertThat(result.state()).isEqualTo(RunState.CANCELLED);
    return result;
  }

  private void cancel() {
    world.client.newUntypedWorkflowStub(ID).cancel();
  }

  @Test
  void concurrency_reachesTheControlRow() {
    world.script.at(
        "interview bio 0 ",
        1,
        () -> world.update(ID, "setConcurrency", new Concurrency("base", 7)));
    world.run(ID, World.ONE_ARM);
    assertThat(world.surveys.orders().getLast().concurrency()).isEqualTo(Map.of("base", 7));
    assertThat(world.script.calls("concurrency")).containsExactly("concurrency base");
    assertThat(world.surveys.orders().getLast().mode()).isEqualTo(SteeringMode.RUN);
  }

  @Test
  void badUpdates_areRefusedAndHarmNothing() {
    world.script.at(
        "interview bio 0 ",
        1,
        () -> {
          refused("setConcurrency", Map.of("alias", "base", "n", 0), "0 is not in 1");
          refused("setConcurrency", Map.of("n", 3), "No model alias");
          refused("setConcurrency", Map.of("alias", "http://x/", "n", 3), "No model alias");
          refused("setBudget", Map.of("usd", "abc"), "\"abc\" is not an amount");
          refused("setBudget", Map.of("usd", "1e9"), "is not an amount");
          refused("setBudget", Map.of("calls", -1), "negative");
          refused("setBudget", Map.of(), "No limit");
        });
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.orders()).hasSize(1);
  }

  private void refused(String update, Object argument, String word) {
    assertThatThrownBy(() -> world.update(ID, update, argument))
        .isInstanceOf(WorkflowUpdateException.class)
        .rootCause()
        .hasMessageContaining(word)
        .hasMessageContaining("Maybe");
  }

  @Test
  void signalWithNonsense_isIgnored() {
    world.script.at(
        "interview bio 0 ", 1, () -> world.signal(ID, "pause", Map.of("no", List.of("text"))));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void budgetRaisedByUpdate_isInForce() {
    world.experiments.limit(1_000);
    world.script.at(
        "interview bio 0 ", 1, () -> world.update(ID, "setBudget", new Budget(null, null, 5_000L)));
    world.run(ID, World.ONE_ARM);
    assertThat(world.experiments.limit()).isEqualTo(5_000);
  }

  @Test
  void budgetBelowWhatIsGranted_isRefused() {
    world.script.at(
        "interview bio 0 ",
        1,
        () ->
            assertThatThrownBy(() -> world.update(ID, "setBudget", new Budget(null, null, 1L)))
                .rootCause()
                .hasMessageContaining("below what is granted"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
  }

  @Test
  void steeringOfARunThatEnded_isAnError() {
    WorkflowStub stub = world.start(ID, World.ONE_ARM);
    world.result(stub);
    assertThatThrownBy(() -> stub.signal("pause")).isInstanceOf(RuntimeException.class);
  }
}
