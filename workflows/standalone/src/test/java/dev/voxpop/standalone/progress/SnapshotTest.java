package dev.voxpop.standalone.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.workflow.ArmProgress;
import dev.voxpop.contracts.workflow.RunProgress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SnapshotTest {

  private static Snapshot of(
      RunPhase phase, @Nullable PauseReason reason, long cells, ArmProgress... parts) {
    RunState state = reason == null ? RunState.RUNNING : RunState.PAUSED;
    return Snapshot.of(new RunProgress(1, "led", state, phase, reason, List.of(parts)), cells);
  }

  @Test
  void storiesAndTraits_doNotCountAsAnswers() {
    Snapshot snapshot =
        of(
            RunPhase.BACKSTORIES,
            null,
            900,
            new ArmProgress("led/pool/natural", 5, 40, 0, 7),
            new ArmProgress("led/arm/bio", 120, 300, 2, 30));
    assertThat(snapshot)
        .isEqualTo(new Snapshot("backstories", 120, 900, 2, 37, "pool natural 5/40"));
  }

  @Test
  void peopleWithoutMatch_areLeftOutOnceEveryArmHasBegun() {
    ArmProgress arm = new ArmProgress("led/arm/bio", 240, 240, 0, 0);
    assertThat(of(RunPhase.SURVEY, null, 300, arm).planned()).isEqualTo(300);
    assertThat(of(RunPhase.ANALYSIS, null, 300, arm).planned()).isEqualTo(240);
  }

  @Test
  void pause_isShownWithItsReason() {
    assertThat(of(RunPhase.SURVEY, PauseReason.BUDGET, 1).what()).isEqualTo("paused (budget)");
  }
}
