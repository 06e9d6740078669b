package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records the histories that {@link ReplayTest} replays. It is no test of its own and runs only
 * when named; see the module's README for the command. What is recorded stays: a shape that the
 * release has already is left alone.
 */
class HistoryRecorder {

  private static final String RELEASE = System.getProperty("voxpop.release", "0.1.0");

  @ParameterizedTest
  @EnumSource(Shapes.class)
  void shape_isRecorded(Shapes shape) throws IOException {
    Path file = Histories.file(RELEASE, shape);
    if (!Files.exists(file)) {
      try (World world = new World()) {
        shape.live(world);
        Histories.write(file, family(world, shape.id()));
      }
    }
    assertThat(Histories.read(file)).isNotEmpty();
  }

  /** The histories of a run, of what it continued as, and of its children. */
  private static List<WorkflowExecutionHistory> family(World world, String id) {
    List<WorkflowExecutionHistory> family = new ArrayList<>();
    Deque<WorkflowExecution> open = new ArrayDeque<>();
    open.add(first(world, id));
    while (!open.isEmpty()) {
      WorkflowExecution next = open.removeFirst();
      WorkflowExecutionHistory history =
          world.client.fetchHistory(next.getWorkflowId(), next.getRunId());
      family.add(history);
      history.getEvents().forEach(event -> relative(event, next).ifPresent(open::add));
    }
    return family;
  }

  private static WorkflowExecution first(World world, String id) {
    return world.client.newUntypedWorkflowStub(id).describe().getExecution();
  }

  private static Optional<WorkflowExecution> relative(HistoryEvent event, WorkflowExecution of) {
    if (event.hasChildWorkflowExecutionStartedEventAttributes()) {
      return Optional.of(
          event.getChildWorkflowExecutionStartedEventAttributes().getWorkflowExecution());
    }
    if (event.hasWorkflowExecutionContinuedAsNewEventAttributes()) {
      return Optional.of(
          of.toBuilder()
              .setRunId(
                  event.getWorkflowExecutionContinuedAsNewEventAttributes().getNewExecutionRunId())
              .build());
    }
    return Optional.empty();
  }
}
