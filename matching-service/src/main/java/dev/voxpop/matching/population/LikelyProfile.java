package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.SeededOrder;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    double[] probabilities = probabilities(personas, profile);
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

  private static double[] probabilities(Personas personas, Map<String, String> profile) {
    Map<Integer, Integer> labels = new TreeMap<>();
    profile.forEach(
        (name, label) -> {
          int trait = TraitNames.number(personas, name);
          labels.put(trait, personas.traits().get(trait).indexOf(label));
        });
    double[] probabilities = new double[personas.size()];
    Arrays.fill(probabilities, 1);
    labels.forEach(
        (trait, label) -> {
          for (int persona = 0; persona < probabilities.length; persona++) {
            probabilities[persona] *= personas.mass(trait, label, persona);
          }
        });
    return probabilities;
  }

  private static List<String> labels(Personas personas, Map<String, String> profile) {
    return personas.traits().stream()
        .map(TraitLabels::trait)
        .filter(profile::containsKey)
        .map(trait -> profile.getOrDefault(trait, ""))
        .toList();
  }
}
