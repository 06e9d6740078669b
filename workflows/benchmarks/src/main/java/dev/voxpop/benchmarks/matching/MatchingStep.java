package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.instance.JoinInstance;
import dev.voxpop.benchmarks.instance.MatchingInstance;
import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Matchmaker;
import dev.voxpop.matching.assignment.Method;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.assignment.Specification;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The whole step from arrays in memory to checked pairs in memory. */
public final class MatchingStep {

  private static final List<String> NAMES = List.of("age", "gender", "education", "income", "race");
  private static final long SEED = 1;

  private final MatchingInstance instance;
  private final List<TraitLabels> traits;

  private MatchingStep(MatchingInstance instance) {
    this.instance = instance;
    this.traits =
        IntStream.range(0, MatchingInstance.TRAITS)
            .mapToObj(
                trait ->
                    new TraitLabels(
                        NAMES.get(trait),
                        IntStream.range(0, MatchingInstance.labels(trait))
                            .mapToObj(Integer::toString)
                            .toList()))
            .toList();
  }

  public static MatchingStep on(MatchingInstance instance) {
    return new MatchingStep(instance);
  }

  /** Returns the problem, built anew. */
  public Problem problem() {
    var humans = Humans.builder(traits).expecting(instance.humans());
    int[] labels = new int[MatchingInstance.TRAITS];
    for (int human = 0; human < instance.humans(); human++) {
      for (int trait = 0; trait < labels.length; trait++) {
        labels[trait] = instance.label(human, trait);
      }
      humans.add(instance.humanId(human), labels);
    }
    var personas = Personas.builder(traits).expecting(instance.personas());
    double[] counts = new double[MatchingInstance.WIDTH];
    for (int persona = 0; persona < instance.personas(); persona++) {
      for (int place = 0; place < counts.length; place++) {
        counts[place] = instance.count(persona, place);
      }
      personas.add(instance.personaId(persona), counts);
    }
    return Problem.of(humans.build(), personas.build());
  }

  /** Returns the matching, from arrays to pairs; a certificate that fails is an exception. */
  public Matching match(Method method, Workers workers) {
    Specification specification = Specification.of(method, SEED);
    return Matchmaker.with(workers)
        .match(
            problem(),
            method == Method.MAXIMUM_WEIGHT && instance.humans() <= instance.personas()
                ? specification.withCapacity(1)
                : specification);
  }

  /** Returns the rows of matched pairs with everything both sides have, joined by id. */
  public List<JoinedRow> join(Matching matching, JoinInstance rows) {
    Map<String, Integer> places = new HashMap<>();
    for (int persona = 0; persona < instance.personas(); persona++) {
      places.put(instance.personaId(persona), persona);
    }
    List<JoinedRow> joined = new ArrayList<>();
    for (int human = 0; human < instance.humans(); human++) {
      int persona = matching.persona(human);
      if (persona != Matching.NOBODY) {
        String id = matching.problem().personas().id(persona);
        int place = places.getOrDefault(id, -1);
        joined.add(JoinedRow.of(instance, rows, human, place));
      }
    }
    return joined;
  }
}
