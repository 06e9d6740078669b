package dev.voxpop.matching.population;

import java.util.List;

/**
 * The part of a balanced sample that is kept for one combination of labels.
 *
 * @param labels one per trait that is balanced
 * @param wanted places
 * @param personas numbers of the chosen personas in ascending order, at most as many as wanted
 */
public record Slot(List<String> labels, int wanted, List<Integer> personas) {

  public Slot {
    labels = List.copyOf(labels);
    personas = List.copyOf(personas);
  }

  /** Returns how many places nobody could fill. */
  public int missing() {
    return wanted - personas.size();
  }
}
