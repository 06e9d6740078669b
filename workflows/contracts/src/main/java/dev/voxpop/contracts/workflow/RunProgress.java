package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a run stands; less than 4 KiB. The sums over the parts are the run's sums.
 *
 * @param version grows with every change
 * @param reason why it stands still; null unless paused
 */
public record RunProgress(
    long version,
    String experiment,
    RunState state,
    RunPhase phase,
    @Nullable PauseReason reason,
    List<ArmProgress> parts) {

  /** Copies the list. */
  public RunProgress {
    parts = List.copyOf(parts);
  }
}
