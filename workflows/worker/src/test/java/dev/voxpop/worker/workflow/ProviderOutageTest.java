package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.BatchReceipt.BatchEnd;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.RunExperiment.Concurrency;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Outages of the provider: pauses that the run ends by itself, by careful tries. */
class ProviderOutageTest {

  /** The clock of the signals begins to run a moment before the run does. */
  private static final Duration START = Duration.ofSeconds(10);

  private static final String ID = "outage";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
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
        Duration.ofMinutes(2),
        () -> world.update(ID, "setConcurrency", new Concurrency("default", 3)));
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
}
