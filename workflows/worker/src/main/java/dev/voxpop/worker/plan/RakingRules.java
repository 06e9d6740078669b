package dev.voxpop.worker.plan;

import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Whether the traits of raked arms are asked of stories and known of people. */
final class RakingRules {

  private final ExperimentDocument document;
  private final Settled settled;
  private final List<String> mapped;

  RakingRules(ExperimentDocument document, Settled settled, Facts facts) {
    this.document = document;
    this.settled = settled;
    this.mapped = facts.wave().mappedTraits();
  }

  /** What stands against the rakings of the document; nothing when it has none. */
  List<Problem> problems() {
    if (settled.rakings().isEmpty()) {
      return List.of();
    }
    List<String> chosen = document.analysis().raking().traits();
    if (!chosen.isEmpty()) {
      return chosen(chosen);
    }
    List<String> usual = settled.rakings().getFirst().traits();
    if (usual.isEmpty()) {
      return List.of(
          new Problem(
              firstRaked(),
              "there is no trait to rake by: the wave maps none of the usual ones",
              "name traits in \"traits\": {\"use\": […]}: the wave maps " + mapped));
    }
    return usual.stream()
        .filter(trait -> !mapped.contains(trait))
        .map(trait -> unmapped(firstRaked(), trait))
        .toList();
  }

  private List<Problem> chosen(List<String> chosen) {
    TraitSpec traits = settled.traits();
    List<String> asked = traits == null ? List.of() : traits.choice().use();
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < chosen.size(); i++) {
      String pointer = "/analysis/raking/traits/" + i;
      if (!mapped.contains(chosen.get(i))) {
        problems.add(unmapped(pointer, chosen.get(i)));
      } else if (!asked.contains(chosen.get(i))) {
        problems.add(
            new Problem(
                pointer,
                "stories are not asked for the trait \"" + chosen.get(i) + "\"",
                "use one of " + asked + ", or add it to \"traits\": {\"use\": […]}"));
      }
    }
    return problems;
  }

  private Problem unmapped(String pointer, String trait) {
    return new Problem(
        pointer,
        "the wave does not map the trait \"" + trait + "\", so its margin is unknown",
        "rake by others in \"analysis\": {\"raking\": {\"traits\": […]}}: the wave maps " + mapped);
  }

  private String firstRaked() {
    return IntStream.range(0, document.arms().size())
        .filter(i -> document.arms().get(i).weights() == PersonaWeights.RAKED)
        .mapToObj(i -> "/arms/" + i + "/weights")
        .findFirst()
        .orElse("/analysis/weights");
  }
}
