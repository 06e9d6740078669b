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
  void providerOutage_isTriedWithOneCallEveryFiveMinutes() {
    world.surveys.size(40, 10, 4);
    for (int nth = 1; nth <= 3; nth++) {
      world.script.answer(
          "interview bio 0 ", nth, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    }
    for (int from = 10; from < 40; from += 10) {
      world.script.answer(
          "interview bio " + from + " ", 1, () -> Tallies.ended(BatchEnd.PAUSED, 10));
    }
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    List<Long> calls =
        world.surveys.batches().stream().map(batch -> batch.allowance().calls()).toList();
    assertThat(calls.subList(0, 4)).allMatch(most -> most > 1);
    assertThat(calls).filteredOn(most -> most == 1).hasSizeBetween(1, 3);
    assertThat(world.surveys.answers()).isEqualTo(120);
    assertThat(world.surveys.calls(ID)).isEqualTo(120);
    assertThat(world.experiments.log())
        .filteredOn(line -> line.reason() == PauseReason.PROVIDER_OUTAGE)
        .singleElement()
        .satisfies(line -> assertThat(line.detail()).endsWith("/arm/bio: the model is away"));
  }

  @Test
  void longOutage_isTriedWithoutLimitAndWithoutALongHistory() {
    world.surveys.size(20, 10, 2);
    world.script.answer("interview bio 10 ", 1, () -> Tallies.ended(BatchEnd.PAUSED, 10));
    for (int nth = 1; nth <= 289; nth++) {
      world.script.answer(
          "interview bio 0 ", nth, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    }
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID)).isBetween(Duration.ofHours(24), Duration.ofHours(25));
    assertThat(world.history(ID).getEvents()).hasSizeLessThan(300);
    assertThat(world.surveys.batches().subList(2, 291))
        .allSatisfy(batch -> assertThat(batch.allowance().calls()).isEqualTo(1));
  }

  @Test
  void providerThatIsBack_isAskedOneCallAtATimeFirst() {
    world.surveys.size(10, 10, 1);
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.script.answer("interview bio 0 ", 3, () -> Tallies.yielded(10, 600_000));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.orders())
        .filteredOn(order -> order.mode() == SteeringMode.RUN)
        .extracting(order -> order.concurrency().get("default"))
        .containsExactly(null, null, 1, 4, 16, 64, Throttle.OPEN);
  }

  @Test
  void concurrencyThatWasOrdered_isNotExceededAfterAnOutage() {
    world.surveys.size(10, 10, 1);
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.script.answer("interview bio 0 ", 3, () -> Tallies.yielded(10, 600_000));
    world.after(
        Duration.ofMinutes(2), () -> update("setConcurrency", new Concurrency("default", 3)));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.orders().getLast().concurrency()).containsEntry("default", 3);
    assertThat(world.surveys.orders())
        .extracting(order -> order.concurrency().getOrDefault("default", 1))
        .allMatch(places -> places <= 3);
    assertThat(world.script.calls("concurrency")).containsExactly("concurrency default");
  }

  @Test
  void personWhoPausesDuringATry_isObeyed() {
    world.surveys.size(10, 10, 1);
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.script.at("interview bio 0 ", 2, () -> world.signal(ID, "pause", "mine"));
    world.after(Duration.ofHours(5), () -> world.signal(ID, "resume"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID)).isGreaterThan(Duration.ofHours(5).minus(START));
    assertThat(world.surveys.calls(ID)).isEqualTo(30);
  }

  @Test
  void outageOfAPool_isTriedByThePool() {
    world.script.answer("write ", 1, () -> Tallies.halted(20, PauseReason.PROVIDER_OUTAGE));
    assertThat(world.run(ID, World.SMALLEST).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID)).isGreaterThan(Duration.ofMinutes(5).minus(START));
    assertThat(world.experiments.log())
        .extracting(StateChange::detail)
        .contains("the provider answers again");
  }

  @Test
  void operatorsPause_isNotLiftedByTheMachine() {
    world.script.answer(
        "interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.after(Duration.ofMinutes(1), () -> world.signal(ID, "pause", "mine"));
    world.after(Duration.ofHours(5), () -> world.signal(ID, "resume"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID)).isGreaterThan(Duration.ofHours(5).minus(START));
  }

  @Test
  void pauseThatNeedsAPerson_isNotLiftedByALaterOutage() {
    world.surveys.size(40, 10, 4);
    world.script.answer("interview bio 0 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_AUTH));
    world.script.answer(
        "interview bio 10 ", 1, () -> Tallies.halted(10, PauseReason.PROVIDER_OUTAGE));
    world.after(Duration.ofHours(3), () -> world.signal(ID, "resume"));
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.lasted(ID)).isGreaterThan(Duration.ofHours(3).minus(START));
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

  private void update(String name, Object argument) {
    world.client.newUntypedWorkflowStub(ID).update(name, Void.class, argument);
  }

  @Test
  void concurrency_reachesTheControlRow() {
    world.script.at(
        "interview bio 0 ", 1, () -> update("setConcurrency", new Concurrency("base", 7)));
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
    assertThatThrownBy(() -> update(update, argument))
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
        "interview bio 0 ", 1, () -> update("setBudget", new Budget(null, null, 5_000L)));
    world.run(ID, World.ONE_ARM);
    assertThat(world.experiments.limit()).isEqualTo(5_000);
  }

  @Test
  void budgetBelowWhatIsGranted_isRefused() {
    world.script.at(
        "interview bio 0 ",
        1,
        () ->
            assertThatThrownBy(() -> update("setBudget", new Budget(null, null, 1L)))
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
