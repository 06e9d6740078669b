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
    List<int[]> places = places(personas.traits(), traits, into);
    double[] masses = new double[traits.stream().mapToInt(TraitLabels::size).sum()];
    var builder = Personas.builder(traits).expecting(personas.size());
    for (int persona = 0; persona < personas.size(); persona++) {
      add(personas, persona, places, masses);
      builder.add(personas.id(persona), masses);
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

  /**
   * Returns, for each label of each trait, which number of a persona with fewer labels it adds to.
   */
  private static List<int[]> places(
      List<TraitLabels> before, List<TraitLabels> after, Map<String, Map<String, String>> into) {
    List<int[]> places = new ArrayList<>();
    int first = 0;
    for (int trait = 0; trait < before.size(); trait++) {
      Map<String, String> rules = rules(into, before.get(trait));
      int offset = first;
      TraitLabels left = after.get(trait);
      places.add(
          before.get(trait).labels().stream()
              .mapToInt(label -> offset + left.indexOf(rules.getOrDefault(label, label)))
              .toArray());
      first += left.size();
    }
    return places;
  }

  private static void add(Personas personas, int persona, List<int[]> places, double[] masses) {
    Arrays.fill(masses, 0);
    for (int trait = 0; trait < places.size(); trait++) {
      int[] ofLabels = places.get(trait);
      for (int label = 0; label < ofLabels.length; label++) {
        masses[ofLabels[label]] += personas.mass(trait, label, persona);
      }
    }
  }
}
