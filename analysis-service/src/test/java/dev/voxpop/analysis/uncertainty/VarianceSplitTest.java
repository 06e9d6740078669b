package dev.voxpop.analysis.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.uncertainty.VarianceSplit.Observation;
import dev.voxpop.analysis.uncertainty.VarianceSplit.Sign;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference values: R 4.2.2, {@code Rscript reference/further.R}. */
class VarianceSplitTest {

  @Test
  void split_unbalancedGroups_equalsAnalysisOfVarianceInR() {
    VarianceSplit split = VarianceSplit.of(4, answers());

    assertThat(split.personas().value()).isCloseTo(0.002335400913211249, within(1e-12));
    assertThat(split.repeats().value()).isCloseTo(0.7418454561311704, within(1e-12));
    assertThat(split.orders().value()).isCloseTo(0.0039542483660130676, within(1e-12));
    assertThat(split.personas().sign()).isEqualTo(Sign.ORDINARY);
  }

  @Test
  void split_personasDisagreeWithThemselvesMoreThanWithOthers_isZeroAndMarked() {
    VarianceSplit split =
        VarianceSplit.of(
            2,
            List.of(
                new Observation(0, 0, 0),
                new Observation(0, 0, 1),
                new Observation(1, 0, 0),
                new Observation(1, 0, 1)));

    assertThat(split.personas().value()).isZero();
    assertThat(split.personas().sign()).isEqualTo(Sign.NEGATIVE);
    assertThat(split.orders().value()).isNaN();
  }

  @Test
  void split_oneAnswerAPersona_tellsNothingOfPersonas() {
    VarianceSplit split =
        VarianceSplit.of(2, List.of(new Observation(0, 0, 0), new Observation(1, 1, 1)));

    assertThat(split.personas().value()).isNaN();
    assertThat(split.repeats().value()).isNaN();
    assertThat(VarianceSplit.of(3, List.of()).repeats().value()).isNaN();
  }

  private static List<Observation> answers() {
    return IntStream.range(0, 240)
        .mapToObj(
            i -> {
              int order = new Draws(9, 1).below(i, 2);
              boolean moved = order == 1 && new Draws(9, 3).below(i, 10) < 3;
              int option = Math.min(3, new Draws(9, 2).below(i, 4) + (moved ? 1 : 0));
              return new Observation(new Draws(9, 4).below(i, 60), order, option);
            })
        .toList();
  }
}
