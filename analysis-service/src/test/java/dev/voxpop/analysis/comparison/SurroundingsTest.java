package dev.voxpop.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.Settings.BoundSize;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.compliance.PersonaPanel;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distance.NominalEmd;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People of one question, and personas whose second attempts are always the last option. */
class SurroundingsTest {

  private static final Item ITEM = Item.ordinal("q", 4);
  private static final Panel PEOPLE =
      Panel.of(
          List.of(ITEM),
          IntStream.range(0, 200)
              .mapToObj(
                  i -> Row.person("r-%03d".formatted(i), 1, List.of(new Draws(1, 1).below(i, 4))))
              .toList());

  @Test
  void firstAttempts_secondAnswersDiffer_areFlaggedAsDepending() {
    Further further = further(cells(30, 1), Settings.Options.USUAL);
    FirstAttemptFindings first = further.firstAttempts().orElseThrow();

    assertThat(first.depending()).contains(MetricLayout.mean(Measure.EMD));
    assertThat(first.distances().getFirst().emd()).isLessThan(.2);
  }

  @Test
  void firstAttempts_nobodyAskedAgain_dependOnNothing() {
    FirstAttemptFindings first =
        further(cells(0, 1), Settings.Options.USUAL).firstAttempts().orElseThrow();

    assertThat(first.depending()).isEmpty();
  }

  @Test
  void further_repeatsAndOrders_haveTheirParts() {
    Further further = further(cells(0, 3), Settings.Options.USUAL);

    assertThat(further.variance().getFirst().personas().value()).isPositive();
    assertThat(further.orderEffects().getFirst().effect().orders()).isEqualTo(2);
    assertThat(further.orderEffects().getFirst().ascending().emd()).isPositive();
    assertThat(further.sizeMatched()).isEmpty();
  }

  @Test
  void sizeMatched_asked_isThere() {
    Settings.Options options =
        new Settings.Options(BoundSize.SIZE_MATCHED, IntervalKind.PERCENTILE, Adjustment.HOLM);

    assertThat(further(cells(0, 1), options).sizeMatched().orElseThrow().personas()).isEqualTo(100);
  }

  @Test
  void interval_accelerated_differsFromPercentilesAndHoldsTheValue() {
    Settings.Options options =
        new Settings.Options(BoundSize.HALVES, IntervalKind.BIAS_CORRECTED, Adjustment.HOLM);
    String name = MetricLayout.share(ITEM, 3);
    Interval percentile = arm(cells(10, 1), Settings.Options.USUAL).interval(name);
    Interval accelerated = arm(cells(10, 1), options).interval(name);

    assertThat(accelerated.low()).isNotEqualTo(percentile.low());
    assertThat(accelerated.low()).isBetween(percentile.low() - .05, percentile.low() + .05);
    assertThat(accelerated.high()).isGreaterThan(accelerated.low());
    assertThat(accelerated.standardError()).isEqualTo(percentile.standardError());
  }

  @Test
  void rectified_personasBeyondThePeople_areCorrected() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      String id = "b-%03d".formatted(i);
      rows.add(new Row(id, id, id, i < 60 ? "r-%03d".formatted(i) : null, 1, List.of(3)));
    }
    Study study =
        study(ArmInput.imported("arm", Panel.of(List.of(ITEM), rows)), Settings.Options.USUAL);

    List<RectifiedQuestion> rectified =
        Comparison.of(study).arms().getFirst().further().rectified();

    long last = IntStream.range(0, 60).filter(i -> PEOPLE.cell(i, 0) == 3).count();
    assertThat(rectified.getFirst().shares().get(3).estimate()).isEqualTo(last / 60.0);
    assertThat(rectified.getFirst().shares().get(3).people()).isEqualTo(60);
  }

  private static Further further(List<CellRecord> cells, Settings.Options options) {
    return arm(cells, options).further();
  }

  private static ArmFindings arm(List<CellRecord> cells, Settings.Options options) {
    ArmInput arm =
        new ArmInput(
                "arm",
                "arm",
                PersonaPanel.of(List.of(ITEM), cells, cell -> 1),
                PersonaWeighting.NONE,
                Optional.of(ArmCompliance.of(List.of(ITEM), cells)),
                new TreeMap<>(),
                0)
            .withCells(cells);
    return Comparison.of(study(arm, options)).arms().getFirst();
  }

  private static Study study(ArmInput arm, Settings.Options options) {
    Settings settings =
        new Settings(7, 30, 200, NominalEmd.ABSENT, List.of(ReferenceArm.UNIFORM), 50)
            .with(options);
    return new Study(
        "id", "title", PEOPLE, List.of(arm), settings, new TreeMap<>(), Study.Origin.MODEL);
  }

  /** Personas with opinions of their own; this share, in percent, had to be asked twice. */
  private static List<CellRecord> cells(int askedAgain, int repeats) {
    Draws draws = new Draws(3, 1);
    List<CellRecord> cells = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean again = draws.below(1000L + i, 100) < askedAgain;
      for (int repeat = 0; repeat < repeats; repeat++) {
        String id = "b-%03d".formatted(i);
        int own =
            draws.below(5000L + 10L * i + repeat, 10) < 6
                ? draws.below(i, 4)
                : draws.below(9000L + 10L * i + repeat, 4);
        List<Integer> order =
            draws.below(20000L + 10L * i + repeat, 2) == 0
                ? List.of(0, 1, 2, 3)
                : List.of(3, 2, 1, 0);
        cells.add(
            new CellRecord(
                id,
                id,
                null,
                "q",
                repeat,
                "valid",
                again ? 3 : own,
                null,
                again ? 2 : 1,
                again ? "unreadable" : "valid",
                order));
      }
    }
    return cells;
  }
}
