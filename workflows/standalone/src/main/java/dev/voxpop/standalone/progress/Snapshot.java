package dev.voxpop.standalone.progress;

import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far a run is at one moment.
 *
 * @param what phase, or why the run stands still
 * @param done stored answers
 * @param planned answers that are planned, those of arms that have not begun included
 * @param failed stored answers without value
 * @param micros settled money of everything
 * @param pools pools that are being written or surveyed, and how far they are; "" when none is
 */
public record Snapshot(
    String what, long done, long planned, long failed, long micros, String pools) {

  private static final String POOL = "/pool/";
  private static final String ARM = "/arm/";

  /**
   * The snapshot of a run's progress.
   *
   * @param cells answers of the run's plan; fewer are asked for when some people have no match
   */
  public static Snapshot of(RunProgress progress, long cells) {
    List<ArmProgress> arms =
        progress.parts().stream().filter(part -> part.path().contains(ARM)).toList();
    long begun = arms.stream().mapToLong(ArmProgress::planned).sum();
    return new Snapshot(
        what(progress),
        arms.stream().mapToLong(ArmProgress::done).sum(),
        everyArmHasBegun(progress) ? begun : Math.max(begun, cells),
        arms.stream().mapToLong(ArmProgress::failed).sum(),
        progress.parts().stream().mapToLong(ArmProgress::micros).sum(),
        pools(progress));
  }

  private static String what(RunProgress progress) {
    return progress.reason() == null
        ? progress.phase().wireName()
        : "paused (" + progress.reason().wireName() + ")";
  }

  private static boolean everyArmHasBegun(RunProgress progress) {
    return switch (progress.phase()) {
      case ANALYSIS, REPORT -> true;
      case VALIDATION, BACKSTORIES, TRAITS, MATCHING, SURVEY ->
          progress.state() == RunState.COMPLETED;
    };
  }

  private static String pools(RunProgress progress) {
    return progress.parts().stream()
        .filter(part -> part.path().contains(POOL) && part.done() < part.planned())
        .map(part -> "%s %,d/%,d".formatted(name(part), part.done(), part.planned()))
        .collect(Collectors.joining(" · "));
  }

  private static String name(ArmProgress pool) {
    return "pool " + pool.path().substring(pool.path().indexOf(POOL) + POOL.length());
  }
}
