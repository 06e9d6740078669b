package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.SeededOrder;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The personas who most probably have a profile: one label for each of some traits.
 *
 * <p>The probability is the product of the masses on the profile's labels, in declared trait order.
 * Equal ones are taken in a seeded order; who cannot have the profile is never taken, so the slot
 * may stay incomplete. O(personas · log personas).
 */
public final class LikelyProfile {

  private LikelyProfile() {}

  /** Returns the personas of largest probability. */
  public static Slot of(Personas personas, Map<String, String> profile, int size, long seed) {
    requireKnown(personas, profile);
    double[] probabilities = new double[personas.size()];
    Arrays.setAll(probabilities, persona -> probability(personas, profile, persona));
    int[] ranks = SeededOrder.ranks(SeededOrder.permutation(personas.size(), seed, "profile"));
    List<Integer> chosen =
        IntStream.range(0, probabilities.length)
            .filter(persona -> probabilities[persona] > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingDouble(persona -> -probabilities[persona])
                    .thenComparing(persona -> ranks[persona]))
            .limit(size)
            .sorted()
            .toList();
    return new Slot(labels(personas, profile), size, chosen);
  }

  private static double probability(Personas personas, Map<String, String> profile, int persona) {
    double probability = 1;
    for (int trait = 0; trait < personas.traits().size(); trait++) {
      String label = profile.get(personas.traits().get(trait).trait());
      if (label != null) {
        int number = personas.traits().get(trait).indexOf(label);
        probability *= personas.mass(trait, number, persona);
      }
    }
    return probability;
  }

  private static List<String> labels(Personas personas, Map<String, String> profile) {
    return personas.traits().stream()
        .map(TraitLabels::trait)
        .filter(profile::containsKey)
        .map(trait -> profile.getOrDefault(trait, ""))
        .toList();
  }

  private static void requireKnown(Personas personas, Map<String, String> profile) {
    List<String> names = personas.traits().stream().map(TraitLabels::trait).toList();
    for (Map.Entry<String, String> wanted : profile.entrySet()) {
      int trait = names.indexOf(wanted.getKey());
      if (trait < 0) {
        throw new IllegalArgumentException(
            "Personas have no trait \"%s\".\nMaybe it is one of %s?"
                .formatted(wanted.getKey(), names));
      }
      personas.traits().get(trait).indexOf(wanted.getValue());
    }
  }
}
