package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.SeededOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The same number of personas from every combination of labels of some traits.
 *
 * <p>Personas belong to their modal labels. Within a combination those that come first in a seeded
 * order are chosen, so a larger sample contains the smaller one of the same seed. A combination
 * that has too few stays incomplete: nobody else takes its places. O(personas + combinations).
 */
public final class BalancedSample {

  private BalancedSample() {}

  /**
   * Returns one slot per combination, in the declared order of labels.
   *
   * @param traits names of the traits that are crossed
   * @param perSlot places per combination
   */
  public static List<Slot> of(Personas personas, List<String> traits, int perSlot, long seed) {
    if (perSlot < 1 || traits.isEmpty()) {
      throw new IllegalArgumentException(
          "%d places per combination of %s are no sample.\nMaybe name a trait and 1 place?"
              .formatted(perSlot, traits));
    }
    int[] numbers = traits.stream().mapToInt(trait -> TraitNames.number(personas, trait)).toArray();
    Map<List<String>, List<Integer>> chosen = new LinkedHashMap<>();
    for (List<String> combination : combinations(personas, numbers)) {
      chosen.put(combination, new ArrayList<>());
    }
    for (int persona : SeededOrder.permutation(personas.size(), seed, "balanced")) {
      List<Integer> slot = chosen.getOrDefault(labels(personas, numbers, persona), List.of());
      if (slot.size() < perSlot) {
        slot.add(persona);
      }
    }
    return chosen.entrySet().stream()
        .map(slot -> new Slot(slot.getKey(), perSlot, slot.getValue().stream().sorted().toList()))
        .toList();
  }

  private static List<String> labels(Personas personas, int[] traits, int persona) {
    return IntStream.of(traits)
        .mapToObj(
            trait -> personas.traits().get(trait).labels().get(personas.modalLabel(trait, persona)))
        .toList();
  }

  private static List<List<String>> combinations(Personas personas, int[] traits) {
    List<List<String>> combinations = List.of(List.of());
    for (int trait : traits) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> beginning : combinations) {
        for (String label : personas.traits().get(trait).labels()) {
          List<String> combination = new ArrayList<>(beginning);
          combination.add(label);
          longer.add(combination);
        }
      }
      combinations = longer;
    }
    return combinations;
  }
}
