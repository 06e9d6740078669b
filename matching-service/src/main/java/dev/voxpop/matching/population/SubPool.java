package dev.voxpop.matching.population;

import java.util.List;

/**
 * A choice of personas whose pooled shares are near margins.
 *
 * @param personas numbers of the chosen personas in ascending order
 * @param distance D of the choice
 * @param poolDistance D of the whole pool
 * @param randomMedian median D of random choices of the same size
 * @param randomBest smallest D of random choices of the same size
 * @param swaps exchanges made
 * @param complete whether no exchange of one chosen for one other persona improves D any more
 */
public record SubPool(
    List<Integer> personas,
    double distance,
    double poolDistance,
    double randomMedian,
    double randomBest,
    int swaps,
    boolean complete) {

  public SubPool {
    personas = List.copyOf(personas);
  }
}
