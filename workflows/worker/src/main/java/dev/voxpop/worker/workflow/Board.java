package dev.voxpop.worker.workflow;

import dev.voxpop.contracts.experiments.Admission;
import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import io.temporal.workflow.Workflow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run shows of itself: state, phase and progress, in the query, in Temporal's current
 * details, in search attributes, and in the experiment's log.
 */
final class Board {

  private final Map<String, ArmProgress> parts = new TreeMap<>();
  private @Nullable Admission admission;
  private RunState state = RunState.VALIDATING;
  private RunPhase phase = RunPhase.VALIDATION;
  private @Nullable PauseReason reason;
  private String detail = "";
  private long version;

  void open(Admission admitted) {
    admission = admitted;
    version = admitted.run() * 1_000_000L;
    state = admitted.outcome() == Admission.Outcome.PLANNED ? RunState.PLANNED : RunState.RUNNING;
    show();
  }

  void advanced(ArmProgress progress) {
    parts.put(progress.path(), progress);
    version++;
    show();
  }

  void phase(RunPhase next) {
    phase = next;
    record(null);
  }

  void state(RunState next, @Nullable PauseReason why, String said) {
    state = next;
    reason = why;
    detail = said;
    record(null);
  }

  void close(RunState last, String said, @Nullable RunResult result) {
    state = last;
    reason = null;
    detail = said;
    record(result);
  }

  RunProgress progress() {
    Admission admitted = admission;
    return new RunProgress(
        version,
        admitted == null ? Workflow.getInfo().getWorkflowId() : admitted.experiment(),
        state,
        phase,
        reason,
        List.copyOf(parts.values()));
  }

  private void record(@Nullable RunResult result) {
    Admission admitted = admission;
    version++;
    show();
    if (admitted != null) {
      Stages.experiments(state.wireName() + " · " + phase.wireName())
          .record(
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

  private void show() {
    Admission admitted = admission;
    if (admitted != null) {
      Workflow.setCurrentDetails(Details.markdown(admitted, progress(), detail));
      SearchAttributes.upsert(admitted, progress());
    }
  }
}
