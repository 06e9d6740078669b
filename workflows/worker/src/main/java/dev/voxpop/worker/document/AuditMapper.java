package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditFactor;
import dev.voxpop.contracts.experiment.VariedFactor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an audit; factors come in one order, whatever the order of their keys. */
final class AuditMapper {

  private AuditMapper() {}

  static @Nullable AuditChoice audit(Fields audit) {
    if (!audit.isPresent()) {
      return null;
    }
    Fields factors = audit.at("factors");
    List<VariedFactor> varied = new ArrayList<>();
    for (AuditFactor factor : AuditFactor.values()) {
      if (factors.has(factor.key())) {
        varied.add(new VariedFactor(factor, factors.list(factor.key(), AuditMapper::level)));
      }
    }
    return new AuditChoice(
        audit.text("arm", ""),
        varied,
        audit.integer("cells"),
        audit.integer("personas", AuditChoice.USUAL_PERSONAS));
  }

  /** A number as Java writes a double, so that 1 and 1.0 are one level. */
  private static String level(JsonNode level) {
    return level.isNumber() ? Double.toString(level.doubleValue()) : level.asText();
  }
}
