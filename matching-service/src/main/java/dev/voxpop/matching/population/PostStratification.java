package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Weights that reproduce the shares of a full cross of labels: w = N(cell) ÷ n(cell), scaled to sum
 * to the number of personas.
 *
 * <p>Personas belong to their modal labels. A cell with a share but without personas is refused,
 * and personas of a cell without share get weight 0.
 */
public final class PostStratification {

  private PostStratification() {}

  /**
   * Returns the weights.
   *
   * @param shares population share of every cell, keyed by one label per trait of the personas
   */
  public static RakedWeights of(Personas personas, Map<List<String>, Double> shares) {
    Map<List<String>, Integer> counts = new LinkedHashMap<>();
    List<List<String>> cells = new ArrayList<>();
    for (int persona = 0; persona < personas.size(); persona++) {
      List<String> cell = cell(personas, persona);
      cells.add(cell);
      counts.merge(cell, 1, Integer::sum);
    }
    refuseEmpty(shares, counts);
    double sum = shares.values().stream().mapToDouble(Double::doubleValue).sum();
    double[] weights = new double[cells.size()];
    Arrays.setAll(
        weights,
        persona -> {
          List<String> cell = cells.get(persona);
          double share = shares.getOrDefault(cell, 0.0) / sum;
          return share * cells.size() / counts.getOrDefault(cell, 1);
        });
    return RakedWeights.of(weights, 1, List.of(), List.of());
  }

  private static void refuseEmpty(
      Map<List<String>, Double> shares, Map<List<String>, Integer> counts) {
    var empty = new TreeSet<String>();
    shares.forEach(
        (cell, share) -> {
          if (share > 0 && !counts.containsKey(cell)) {
            empty.add(String.join(" × ", cell));
          }
        });
    if (!empty.isEmpty()) {
      throw new IllegalArgumentException(
          "No persona is in %s, but the population is.\nMaybe collapse labels, or rake instead?"
              .formatted(empty));
    }
  }

  private static List<String> cell(Personas personas, int persona) {
    List<String> cell = new ArrayList<>();
    List<TraitLabels> traits = personas.traits();
    for (int trait = 0; trait < traits.size(); trait++) {
      cell.add(traits.get(trait).labels().get(personas.modalLabel(trait, persona)));
    }
    return cell;
  }
}
