package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Joins labels of personas that a margin counts together: their masses are added. */
public final class Collapsing {

  private Collapsing() {}

  /**
   * Returns the personas with fewer labels.
   *
   * @param into by trait, the label that takes in each label that disappears
   */
  public static Personas of(Personas personas, Map<String, Map<String, String>> into) {
    List<TraitLabels> traits =
        personas.traits().stream().map(trait -> collapsed(trait, rules(into, trait))).toList();
    var builder = Personas.builder(traits).expecting(personas.size());
    for (int persona = 0; persona < personas.size(); persona++) {
      builder.add(personas.id(persona), masses(personas, persona, traits, into));
    }
    return builder.build();
  }

  private static Map<String, String> rules(
      Map<String, Map<String, String>> into, TraitLabels trait) {
    return into.getOrDefault(trait.trait(), Map.of());
  }

  private static TraitLabels collapsed(TraitLabels trait, Map<String, String> rules) {
    rules.forEach(
        (label, target) -> {
          trait.indexOf(label);
          trait.indexOf(target);
          if (rules.containsKey(target)) {
            throw new IllegalArgumentException(
                "Label \"%s\" of trait \"%s\" is joined with \"%s\", which is joined itself.\nMaybe name the last one directly?"
                    .formatted(label, trait.trait(), target));
          }
        });
    return new TraitLabels(
        trait.trait(), trait.labels().stream().filter(label -> !rules.containsKey(label)).toList());
  }

  private static double[] masses(
      Personas personas,
      int persona,
      List<TraitLabels> traits,
      Map<String, Map<String, String>> into) {
    List<Double> masses = new ArrayList<>();
    for (int number = 0; number < traits.size(); number++) {
      TraitLabels before = personas.traits().get(number);
      Map<String, String> rules = rules(into, before);
      double[] sums = new double[traits.get(number).size()];
      for (int label = 0; label < before.size(); label++) {
        String name = before.labels().get(label);
        int place = traits.get(number).indexOf(rules.getOrDefault(name, name));
        sums[place] += personas.mass(number, label, persona);
      }
      Arrays.stream(sums).forEach(masses::add);
    }
    return masses.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
