package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.AuditInput;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the cells of an audit from the arms that are compared. */
final class AuditAssembly {

  private AuditAssembly() {}

  /** The arms that are compared: all but the cells of the audit. */
  static List<ArmSpec> compared(AnalyseExperiment request) {
    AuditSpec audit = request.audit();
    return audit == null
        ? request.arms()
        : request.arms().stream()
            .filter(arm -> audit.cells().stream().noneMatch(c -> c.arm().equals(arm.arm())))
            .toList();
  }

  /** Takes the cells out of the arms, by id, and puts them together; empty without any. */
  static Optional<AuditInput> of(@Nullable AuditSpec spec, Map<String, ArmInput> arms) {
    if (spec == null) {
      return Optional.empty();
    }
    List<Factor> factors = AuditDesign.factors(spec.factors());
    List<AuditInput.Cell> cells = new ArrayList<>();
    for (AuditSpec.Cell cell : spec.cells()) {
      ArmInput input = arms.remove(cell.arm());
      if (input != null) {
        cells.add(AuditInput.Cell.of(factors, cell.levels(), input));
      }
    }
    return cells.isEmpty()
        ? Optional.empty()
        : Optional.of(new AuditInput(spec.arm(), factors, cells));
  }
}
