package dev.voxpop.analysis.matched;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one raking did, in numbers, as the matching stage serves it.
 *
 * @param people people whose margins were to be met
 * @param personas personas that were to be weighed
 * @param withoutLabel people per trait who have no label there and are left out of its margin
 * @param undetermined personas per trait of whom nothing was known and who count as uniform
 * @param issued the weights in numbers; null when there are none
 * @param problem why there are no weights, with advice; null when there are
 */
public record RakedPersonas(
    int people,
    int personas,
    Map<String, Integer> withoutLabel,
    Map<String, Integer> undetermined,
    @Nullable Issued issued,
    @Nullable String problem) {

  /** Copies the maps, sorted. */
  public RakedPersonas {
    withoutLabel = new TreeMap<>(withoutLabel);
    undetermined = new TreeMap<>(undetermined);
  }

  /**
   * Weights in numbers.
   *
   * @param designEffect n · Σw² ÷ (Σw)²
   * @param effectiveSize (Σw)² ÷ Σw²
   * @param errorBefore largest difference of a share from its target with equal weights
   * @param errorAfter the same with these weights
   */
  public record Issued(
      int rounds,
      double smallest,
      double largest,
      double designEffect,
      double effectiveSize,
      double errorBefore,
      double errorAfter,
      List<Margin> margins) {

    /** Copies the list. */
    public Issued {
      margins = List.copyOf(margins);
    }
  }

  /** Shares of a label: among people, among personas with equal weights and with these. */
  public record Margin(String trait, String label, double target, double before, double after) {}
}
