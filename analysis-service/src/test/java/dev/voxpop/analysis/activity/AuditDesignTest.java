package dev.voxpop.analysis.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.AuditInput;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditFactor;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.VariedFactor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditDesignTest {

  private static final VariedFactor SYMBOL =
      new VariedFactor(AuditFactor.SYMBOL, List.of("upper", "lower", "number"));
  private static final VariedFactor ORDER =
      new VariedFactor(AuditFactor.OPTION_ORDER, List.of("declared", "random"));
  private static final VariedFactor TEMPERATURE =
      new VariedFactor(AuditFactor.TEMPERATURE, List.of("0.5", "0.7", "1.0"));

  @Test
  void design_withoutANumberOfCells_isEveryCombinationOrSixteen() {
    assertThat(design(null, ORDER, SYMBOL)).hasSize(6).doesNotHaveDuplicates();
    assertThat(design(null, ORDER, SYMBOL, TEMPERATURE)).hasSize(16);
    assertThat(design(9, ORDER, SYMBOL, TEMPERATURE)).hasSize(9);
    assertThat(design(9, ORDER, SYMBOL, TEMPERATURE))
        .isEqualTo(design(9, ORDER, SYMBOL, TEMPERATURE));
  }

  @Test
  void design_ofAnAuditThatCannotBe_isLeftToWhoReadsTheDocument() {
    assertThat(design(7, ORDER, SYMBOL)).isEmpty();
    assertThat(design(1, ORDER, SYMBOL)).isEmpty();
    assertThat(design(null)).isEmpty();
    assertThat(design(null, new VariedFactor(AuditFactor.SYMBOL, List.of("upper")))).isEmpty();
    assertThat(design(null, new VariedFactor(AuditFactor.SYMBOL, List.of("upper", "upper"))))
        .isEmpty();
  }

  @Test
  void assembly_cells_leaveTheArmsAndTheMissingOnesAreLeftOut() {
    Study study = SampleStudies.of(List.of("bio", "bio-audit-01", "bio-audit-02"), 2, 30, 0);
    Map<String, ArmInput> arms = new LinkedHashMap<>();
    study.arms().forEach(arm -> arms.put(arm.id(), arm));
    AuditSpec spec =
        new AuditSpec(
            "bio",
            List.of(ORDER, SYMBOL),
            IntStream.rangeClosed(1, 3)
                .mapToObj(i -> new AuditSpec.Cell("bio-audit-0" + i, List.of(i % 2, i - 1)))
                .toList());

    AuditInput audit = AuditAssembly.of(spec, arms).orElseThrow();

    assertThat(arms.keySet()).containsExactly("bio");
    assertThat(audit.cells()).hasSize(2);
    assertThat(audit.cells().getFirst().input().factors())
        .extracting(factor -> factor.id() + " " + factor.levels().getFirst())
        .containsExactly("option-order random", "symbol upper");
    assertThat(AuditAssembly.of(spec, arms)).isEmpty();
    assertThat(AuditAssembly.of(null, arms)).isEmpty();
  }

  private static List<List<Integer>> design(@Nullable Integer cells, VariedFactor... factors) {
    return AuditDesign.of(new AuditChoice("bio", List.of(factors), cells, 50), 5);
  }
}
