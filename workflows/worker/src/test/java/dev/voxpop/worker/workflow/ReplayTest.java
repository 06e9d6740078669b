package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.hosting.Payloads;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories that were recorded once replay on the code of today. */
class ReplayTest {

  private static final String FIRST_RELEASE = "0.1.0";
  private static final long SMALL = 150_000;

  private static final TestWorkflowEnvironment SERVER =
      TestWorkflowEnvironment.newInstance(
          TestEnvironmentOptions.newBuilder()
              .setWorkflowClientOptions(
                  WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
              .build());
  private static final Worker TODAY = worker(RunExperimentWorkflow.class);
  private static final Worker HASTY = worker(HastyRunExperiment.class);

  private static Worker worker(Class<?> run) {
    Worker worker = SERVER.newWorker(TaskQueues.EXPERIMENTS + "-" + run.getSimpleName());
    worker.registerWorkflowImplementationTypes(
        run, WritePoolWorkflow.class, InterviewArmWorkflow.class);
    return worker;
  }

  @BeforeAll
  static void start() {
    SERVER.start();
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  static List<Path> recorded() throws IOException {
    return Histories.recorded();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void recordedHistories_replay(Path file) throws Exception {
    assertThat(Files.size(file)).isLessThan(SMALL);
    for (WorkflowExecutionHistory history : Histories.read(file)) {
      WorkflowReplayer.replayWorkflowExecution(history, TODAY);
    }
  }

  @ParameterizedTest
  @EnumSource(Shapes.class)
  void everyShape_isRecorded(Shapes shape) throws IOException {
    List<WorkflowExecutionHistory> histories = Histories.read(Histories.file(FIRST_RELEASE, shape));
    assertThat(histories.size()).isGreaterThanOrEqualTo(shape.family());
    assertThat(histories)
        .allSatisfy(
            history ->
                assertThat(history.getEvents().getFirst().getEventType())
                    .isEqualTo(EventType.EVENT_TYPE_WORKFLOW_EXECUTION_STARTED));
  }

  @ParameterizedTest
  @EnumSource(Shapes.class)
  void changedWorkflow_isCaughtByEveryShape(Shapes shape) throws IOException {
    WorkflowExecutionHistory run = Histories.read(Histories.file(FIRST_RELEASE, shape)).getFirst();
    assertThatThrownBy(() -> WorkflowReplayer.replayWorkflowExecution(run, HASTY))
        .hasStackTraceContaining("NonDeterministic")
        .hasStackTraceContaining("COMMAND_TYPE_START_TIMER");
  }

  /** The planted change is found for its timer, not because the class is another one. */
  @Test
  void plantedChange_isTheOnlyDifference() throws Exception {
    for (WorkflowExecutionHistory history :
        Histories.read(Histories.file(FIRST_RELEASE, Shapes.UPDATE)).subList(1, 2)) {
      WorkflowReplayer.replayWorkflowExecution(history, HASTY);
    }
  }
}
