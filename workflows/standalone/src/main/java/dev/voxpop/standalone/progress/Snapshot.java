package dev.voxpop.standalone.progress;

import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import java.util.List;

/**
 * How far a run is at one moment.
 *
 * @param what state or phase, and why it stands still
 * @param done stored cells
 * @param planned planned cells of the parts that have begun
 * @param failed stored cells without value
 * @param micros settled money
 */
public record Snapshot(String what, long done, long planned, long failed, long micros) {

  /** The snapshot of a run's progress. */
  public static Snapshot of(RunProgress progress) {
    List<ArmProgress> parts = progress.parts();
    String what =
        progress.reason() == null
            ? progress.phase().wireName()
            : "paused (" + progress.reason().wireName() + ")";
    return new Snapshot(
        what,
        parts.stream().mapToLong(ArmProgress::done).sum(),
        parts.stream().mapToLong(ArmProgress::planned).sum(),
        parts.stream().mapToLong(ArmProgress::failed).sum(),
        parts.stream().mapToLong(ArmProgress::micros).sum());
  }
}
