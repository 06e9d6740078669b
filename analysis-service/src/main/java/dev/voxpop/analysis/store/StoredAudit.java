package dev.voxpop.analysis.store;

import static dev.voxpop.analysis.store.StoredValues.list;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.AuditInput;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The audit of a stored study. */
final class StoredAudit {

  private StoredAudit() {}

  /** The audit that a study describes; empty when it describes none. */
  static Optional<AuditInput> of(JsonNode study, Map<String, ArmInput> interviewed) {
    JsonNode audit = study.path("audit");
    if (audit.isMissingNode()) {
      return Optional.empty();
    }
    List<Factor> factors =
        list(audit.path("factors")).stream()
            .map(
                factor ->
                    new Factor(
                        factor.path("id").asText(),
                        list(factor.path("levels")).stream().map(JsonNode::asText).toList()))
            .toList();
    List<AuditInput.Cell> cells =
        list(audit.path("cells")).stream().map(cell -> cell(cell, interviewed)).toList();
    return Optional.of(new AuditInput(audit.path("arm").asText(), factors, cells));
  }

  /** The descriptions of the cells' answers, which are like those of arms. */
  static List<JsonNode> inputs(JsonNode study) {
    return list(study.path("audit").path("cells")).stream()
        .map(cell -> cell.path("input"))
        .toList();
  }

  /** What was read for a described arm. */
  static ArmInput input(Map<String, ArmInput> interviewed, JsonNode arm) {
    return Objects.requireNonNull(interviewed.get(arm.path("id").asText()));
  }

  private static AuditInput.Cell cell(JsonNode cell, Map<String, ArmInput> interviewed) {
    return new AuditInput.Cell(
        list(cell.path("levels")).stream().map(JsonNode::asInt).toList(),
        input(interviewed, cell.path("input")));
  }
}
