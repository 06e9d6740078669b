package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.survey.InterviewBatch;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChildrenTest {

  private static final String ID = "parent";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  private void resumeOncePaused() {
    world.script.at("record paused", 1, () -> world.signal(ID, "resume"));
  }

  private WorkflowStub arm() {
    return world.client.newUntypedWorkflowStub(ID + "/arm/bio");
  }

  @Test
  void closedChild_pausesTheRunAndResumeStartsItAgain() {
    world.script.at("interview bio 20 ", 1, () -> arm().cancel());
    resumeOncePaused();
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.experiments.log())
        .filteredOn(line -> line.reason() == PauseReason.CHILD_CLOSED)
        .hasSize(1);
    assertThat(world.script.calls("enrolArm bio")).hasSize(2);
    assertThat(world.surveys.batches()).extracting(InterviewBatch::turn).doesNotHaveDuplicates();
  }

  @Test
  void childThatFails_pausesTheRunWithTheReason() {
    world.script.at(
        "enrolArm bio",
        1,
        () -> {
          throw ApplicationFailure.newNonRetryableFailure("no pairs", "MissingData");
        });
    resumeOncePaused();
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.experiments.log())
        .filteredOn(line -> line.reason() == PauseReason.CHILD_CLOSED)
        .singleElement()
        .satisfies(
            line -> assertThat(line.detail()).isEqualTo("parent/arm/bio: MissingData: no pairs"));
  }

  @Test
  void stopAfterAChildWasClosed_leavesItsArmOut() {
    world.script.at("interview bio 20 ", 1, () -> arm().cancel());
    world.script.at("record paused", 1, () -> world.signal(ID, "stopGracefully"));
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.PARTIAL);
    assertThat(result.report()).isNull();
  }

  @Test
  void refusedBatch_pausesAndIsAskedAgainWithTheSameTurn() {
    world.script.at(
        "interview bio 0 ",
        1,
        () -> {
          throw ApplicationFailure.newNonRetryableFailure("hash a, hash b", "PromptDrift");
        });
    resumeOncePaused();
    assertThat(world.run(ID, World.ONE_ARM).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.experiments.log())
        .filteredOn(line -> line.reason() == PauseReason.PROMPT_DRIFT)
        .singleElement()
        .satisfies(line -> assertThat(line.detail()).contains("hash a, hash b"));
    assertThat(world.surveys.batches())
        .filteredOn(batch -> batch.from() == 0)
        .hasSize(2)
        .extracting(InterviewBatch::turn)
        .containsOnly(0);
    assertThat(world.experiments.stillGranted()).isEqualTo(120);
  }

  @Test
  void longHistory_isLeftBehindWithoutLosingABatch() {
    world.surveys.size(30_000, 10, 50);
    for (int nth = 1; nth <= 200; nth += 9) {
      world.script.answer("interview bio", nth, () -> Tallies.yielded(10, 3_000));
    }
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.answers()).isEqualTo(90_000);
    assertThat(world.experiments.stillGranted()).isEqualTo(90_000);
    assertThat(world.surveys.batches()).extracting(InterviewBatch::turn).doesNotHaveDuplicates();
    assertThat(arm().describe().getHistoryLength()).isLessThan(10_000);
    HistoryEvent first = world.history(ID + "/arm/bio").getEvents().getFirst();
    assertThat(first.getEventType()).isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED);
    assertThat(first.getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId())
        .isNotEmpty();
    assertThat(first.getWorkflowExecutionStartedEventAttributes().getInput().getSerializedSize())
        .isLessThan(16 * 1024);
  }

  @Test
  void childInALaterHistory_isStillSteered() {
    world.surveys.size(20_000, 10, 20);
    world.script.at("interview bio", 1_600, () -> world.signal(ID, "pause", "tea"));
    world.script.at("record paused", 1, () -> world.signal(ID, "stopGracefully"));
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.PARTIAL);
    assertThat(arm().describe().getHistoryLength()).isLessThan(2_500);
    assertThat(signals(ID + "/arm/bio")).contains("steer");
  }

  private List<String> signals(String id) {
    return world.history(id).getEvents().stream()
        .filter(HistoryEvent::hasWorkflowExecutionSignaledEventAttributes)
        .map(event -> event.getWorkflowExecutionSignaledEventAttributes().getSignalName())
        .toList();
  }

  @Test
  void batchThatYieldsForEver_doesNotGrowOneHistory() {
    for (int nth = 1; nth <= 1_500; nth++) {
      world.script.answer("interview bio 0 ", nth, () -> Tallies.yielded(10, 1));
    }
    world.surveys.size(10, 10, 1);
    RunResult result = world.run(ID, World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.batches()).hasSize(1_501);
    assertThat(
            world
                .history(ID + "/arm/bio")
                .getEvents()
                .getFirst()
                .getWorkflowExecutionStartedEventAttributes()
                .getContinuedExecutionRunId())
        .isNotEmpty();
  }
}
