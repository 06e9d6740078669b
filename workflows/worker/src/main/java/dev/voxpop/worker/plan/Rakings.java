package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.Compatibility;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.TraitSpec;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The rakings that arms need: one per pool or matching that any raked arm uses. */
final class Rakings {

  private final ExperimentDocument document;
  private final SampleSpec sample;
  private final TraitSpec asked;
  private final List<String> traits;

  /**
   * Wires the choices.
   *
   * @param asked how the stories' traits are asked
   * @param usual the document's traits, whose margins are met unless it names others
   */
  Rakings(ExperimentDocument document, SampleSpec sample, TraitSpec asked, List<String> usual) {
    this.document = document;
    this.sample = sample;
    this.asked = asked;
    List<String> chosen = document.analysis().raking().traits();
    this.traits = chosen.isEmpty() ? usual : chosen;
  }

  /** The rakings of these arms, in order of the first arm that needs each. */
  List<RakingSpec> of(List<ArmSpec> arms, Collection<MatchingSpec> matchings) {
    Map<String, RakingSpec> needed = new LinkedHashMap<>();
    for (ArmSpec arm : arms) {
      if (document.analysis().weightsOf(arm) == PersonaWeights.RAKED) {
        RakingSpec raking = raking(arm, straddling(arm, matchings));
        needed.putIfAbsent(raking.raking(), raking);
      }
    }
    return List.copyOf(needed.values());
  }

  private RakingSpec raking(ArmSpec arm, Straddling straddling) {
    String pool = Objects.requireNonNull(arm.pool());
    var membership = document.analysis().raking().membership();
    String id =
        SpecHash.id(
            "w", pool, arm.matching(), asked.key(), traits, membership, straddling, sample.draw());
    return new RakingSpec(
        id, pool, arm.matching(), asked.key(), traits, membership, straddling, sample);
  }

  /** A matching's personas are raked as they were matched. */
  private Straddling straddling(ArmSpec arm, Collection<MatchingSpec> matchings) {
    Straddling usual =
        document.compat() == Compatibility.ORIGINAL ? Straddling.FIRST : Straddling.SPLIT;
    return matchings.stream()
        .filter(matching -> matching.matching().equals(arm.matching()))
        .map(matching -> matching.choice().straddling())
        .findFirst()
        .orElse(usual);
  }
}
