package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.matched.RakedPersonas;
import dev.voxpop.contracts.experiment.ArmSpec;
import java.util.Locale;
import java.util.Map;

/**
 * What raking made of an arm: a weight for each of its personas, or the reason why it has none.
 *
 * @param raking id of the raking
 * @param weights by persona; empty when none were issued
 */
record ArmWeights(ArmSpec arm, String raking, RakedPersonas summary, Map<String, Double> weights) {

  ArmWeights {
    weights = Map.copyOf(weights);
  }

  /** The same for another arm of the same personas. */
  ArmWeights of(ArmSpec other) {
    return new ArmWeights(other, raking, summary, weights);
  }

  boolean issued() {
    return summary.issued() != null;
  }

  /** The weight of the persona that gave an answer. */
  double of(CellRecord cell) {
    String id = arm.matching() == null ? cell.cluster() : cell.persona();
    Double weight = weights.get(id);
    if (weight == null) {
      throw new IllegalArgumentException(
          "Raking %s has no weight for persona '%s' of arm '%s'.%nMaybe events of another installation were read; rebuild this experiment's answers."
              .formatted(raking, id, arm.arm()));
    }
    return weight;
  }

  /** Says what the weights are, or why there are none. */
  void describe(Map<String, String> facts, int interviewed) {
    RakedPersonas.Issued issued = summary.issued();
    if (issued == null) {
      facts.put(ArmInput.NOT_RAKED, String.valueOf(summary.problem()).replace('\n', ' '));
      return;
    }
    facts.put("raking", raking);
    facts.put(
        "raked weights",
        String.format(
            Locale.ROOT,
            "%.4f to %.4f, design effect %.4f, effective size %.1f of %d%s",
            issued.smallest(),
            issued.largest(),
            issued.designEffect(),
            issued.effectiveSize(),
            summary.personas(),
            interviewed < summary.personas()
                ? ", of whom %d answered".formatted(interviewed)
                : ""));
    facts.put(
        "raked margins",
        String.format(
            Locale.ROOT,
            "largest error %.4f before, %.1e after %d rounds",
            issued.errorBefore(),
            issued.errorAfter(),
            issued.rounds()));
  }
}
