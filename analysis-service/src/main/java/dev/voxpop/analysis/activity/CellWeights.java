package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.compliance.CellRecord;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.contracts.experiment.ArmSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The weights of the personas of all arms: those of matched people, or those by raking. */
final class CellWeights {

  private final Map<String, Double> people = new HashMap<>();
  private final Map<String, ArmWeights> raked;

  /**
   * Weights of these people and rakings.
   *
   * @param raked by id of the arm
   */
  CellWeights(Panel humans, Map<String, ArmWeights> raked) {
    this.raked = raked;
    for (int row = 0; row < humans.size(); row++) {
      people.put(humans.rowIds().get(row), humans.weight(row));
    }
  }

  /** What raking made of an arm; empty for an arm that is not to be raked. */
  Optional<ArmWeights> raked(ArmSpec arm) {
    return Optional.ofNullable(raked.get(arm.arm()));
  }

  /** Raked weights where they were issued, otherwise those of the matched people. */
  ToDoubleFunction<CellRecord> of(ArmSpec arm) {
    return raked(arm)
        .filter(ArmWeights::issued)
        .<ToDoubleFunction<CellRecord>>map(own -> own::of)
        .orElse(this::ofPerson);
  }

  private double ofPerson(CellRecord cell) {
    String respondent = cell.respondent();
    return respondent == null ? 1 : people.getOrDefault(respondent, 1.0);
  }
}
