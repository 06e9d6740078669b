package dev.voxpop.worker.workflow;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Recorded histories: {@code <release>/<shape>.histories.gz}, one history a line after its workflow
 * id, the run's own first. Histories of one run are alike, so together they shrink to a fraction.
 */
final class Histories {

  /** Where they are kept. */
  static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  private static final String SUFFIX = ".histories.gz";

  private Histories() {}

  /** The histories of a run, of what it continued as, and of its children. */
  static List<WorkflowExecutionHistory> family(WorkflowClient client, String id) {
    List<WorkflowExecutionHistory> family = new ArrayList<>();
    Deque<WorkflowExecution> open = new ArrayDeque<>();
    open.add(client.newUntypedWorkflowStub(id).describe().getExecution());
    while (!open.isEmpty()) {
      WorkflowExecution next = open.removeFirst();
      WorkflowExecutionHistory history = client.fetchHistory(next.getWorkflowId(), next.getRunId());
      family.add(history);
      history.getEvents().forEach(event -> relative(event, next).ifPresent(open::add));
    }
    return family;
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

  static Path file(String release, Shapes shape) {
    return FOLDER.resolve(release).resolve(shape.id() + SUFFIX);
  }

  static List<Path> recorded() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  static List<WorkflowExecutionHistory> read(Path file) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(line -> WorkflowExecutionHistory.fromJson(after(line), before(line)))
          .toList();
    }
  }

  private static String before(String line) {
    return line.substring(0, line.indexOf('\t'));
  }

  private static String after(String line) {
    return line.substring(line.indexOf('\t') + 1);
  }

  static void write(Path file, List<WorkflowExecutionHistory> histories) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new Smallest(bytes)) {
      for (WorkflowExecutionHistory history : histories) {
        String id = history.getWorkflowExecution().getWorkflowId();
        String line = id + "\t" + history.toJson(false).replace("\n", "") + "\n";
        out.write(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    Files.createDirectories(file.getParent());
    Files.write(file, bytes.toByteArray());
  }

  /** Takes its time. */
  private static final class Smallest extends GZIPOutputStream {
    Smallest(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
