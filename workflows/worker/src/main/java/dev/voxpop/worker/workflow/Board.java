package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.failure.TemporalFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.Workflow;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run shows of itself: state, phase and progress, in the query, in Temporal's current
 * details, in search attributes, and in the experiment's log, which is written line by line in the
 * order of the changes.
 */
final class Board {

  private static final int VERSIONS_PER_RUN = 1_000_000;

  private final Map<String, ArmProgress> parts = new TreeMap<>();
  private final Deque<StateChange> unwritten = new ArrayDeque<>();
  private final SearchAttributes attributes = new SearchAttributes();
  private @Nullable Admission admission;
  private RunState state = RunState.VALIDATING;
  private RunPhase phase = RunPhase.VALIDATION;
  private @Nullable PauseReason reason;
  private String detail = "";
  private long version;

  /** Shows an admitted run; the claim has written the first line of its log. */
  void open(Admission admitted) {
    admission = admitted;
    Memos.note(admitted);
    version = (long) admitted.run() * VERSIONS_PER_RUN + 1;
    state = admitted.outcome() == Admission.Outcome.PLANNED ? RunState.PLANNED : RunState.RUNNING;
    show();
    Async.procedure(this::writeLog);
  }

  void advanced(ArmProgress progress) {
    parts.put(progress.path(), progress);
    version++;
    show();
  }

  void phase(RunPhase next) {
    phase = next;
    changed(null);
  }

  void state(RunState next, @Nullable PauseReason why, String said) {
    state = next;
    reason = why;
    detail = said;
    changed(null);
  }

  /** The last line; returns once the whole log is written. */
  void close(RunState last, String said, @Nullable RunResult result) {
    state = last;
    reason = null;
    detail = said;
    changed(result);
    Workflow.await(unwritten::isEmpty);
  }

  RunProgress progress() {
    Admission admitted = admission;
    return new RunProgress(
        version,
        admitted == null ? Workflow.getInfo().getWorkflowId() : admitted.experiment(),
        state,
        phase,
        reason,
        Folding.fold(List.copyOf(parts.values())));
  }

  private void changed(@Nullable RunResult result) {
    Admission admitted = admission;
    version++;
    show();
    if (admitted != null) {
      unwritten.add(
          new StateChange(
              admitted.experiment(),
              Workflow.getInfo().getRunId(),
              version,
              state,
              phase,
              reason,
              detail,
              result));
    }
  }

  private void writeLog() {
    while (true) {
      Workflow.await(() -> !unwritten.isEmpty());
      StateChange line = unwritten.getFirst();
      write(line);
      unwritten.removeFirst();
    }
  }

  private static void write(StateChange line) {
    try {
      Stages.experiments(line.state().wireName() + " · " + line.phase().wireName()).record(line);
    } catch (TemporalFailure refused) {
      Workflow.getLogger(Board.class).warn("Not recorded: {}", refused.getMessage());
    }
  }

  private void show() {
    Admission admitted = admission;
    if (admitted != null) {
      Collection<ArmProgress> all = parts.values();
      Workflow.setCurrentDetails(Details.markdown(admitted, progress(), all, detail));
      attributes.show(admitted, progress());
    }
  }
}
