package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetTest {

  private static final String THREE_ARMS =
      """
      {"apiVersion": "v1", "survey": {"wave": "harbour-city-2026"},
       "arms": [{"id": "bio", "baseline": "bio"}, {"id": "qa", "baseline": "qa"},
                {"id": "none", "baseline": "none"}]}
      """;

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 29, 31, 75, 119})
  void tooSmallABudget_endsPartialWithinIt(long limit) {
    world.experiments.limit(limit);
    RunResult result = world.run("tight", World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.PARTIAL);
    assertThat(world.surveys.answers()).isEqualTo(limit);
    assertThat(world.experiments.mostGranted()).isLessThanOrEqualTo(limit);
    assertThat(world.experiments.stillGranted()).isEqualTo(world.surveys.answers());
  }

  @Test
  void budgetThatIsJustEnough_completesEveryArm() {
    world.experiments.limit(360);
    RunResult result = world.run("exact", THREE_ARMS);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.answers()).isEqualTo(360);
    assertThat(world.experiments.mostGranted()).isLessThanOrEqualTo(360);
  }

  @Test
  void budgetForTwoOfThreeArms_isSpentToItsEnd() {
    world.experiments.limit(240);
    RunResult result = world.run("two-thirds", THREE_ARMS);
    assertThat(result.state()).isEqualTo(RunState.PARTIAL);
    assertThat(world.surveys.answers()).isEqualTo(240);
    assertThat(world.experiments.mostGranted()).isLessThanOrEqualTo(240);
    assertThat(world.script.calls("analyse 3")).hasSize(1);
  }
}
