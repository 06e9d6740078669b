package dev.voxpop.matching.weighting;

import dev.voxpop.matching.population.MarginLine;
import dev.voxpop.matching.population.RakedWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a weighing did, or why it could not be done.
 *
 * @param people people whose margins were to be met
 * @param personas rows to weigh
 * @param withoutLabel people per trait who have no label there and are left out of its margin
 * @param undetermined personas per trait of whom nothing was known and who count as uniform
 * @param issued the weights in numbers; null when there are none
 * @param problem why there are no weights, with advice; null when there are
 */
public record WeighingReport(
    int people,
    int personas,
    SortedMap<String, Integer> withoutLabel,
    SortedMap<String, Integer> undetermined,
    @Nullable Issued issued,
    @Nullable String problem) {

  public WeighingReport {
    withoutLabel = new TreeMap<>(withoutLabel);
    undetermined = new TreeMap<>(undetermined);
  }

  /**
   * Weights in numbers.
   *
   * @param rounds rounds over all traits
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

    public Issued {
      margins = List.copyOf(margins);
    }

    static Issued of(RakedWeights weights) {
      return new Issued(
          weights.rounds(),
          weights.smallest(),
          weights.largest(),
          weights.designEffect(),
          weights.effectiveSize(),
          weights.before().stream().mapToDouble(MarginLine::error).max().orElse(0),
          weights.marginError(),
          margins(weights));
    }

    private static List<Margin> margins(RakedWeights weights) {
      List<Margin> margins = new ArrayList<>();
      for (int line = 0; line < weights.after().size(); line++) {
        MarginLine after = weights.after().get(line);
        margins.add(
            new Margin(
                after.trait(),
                after.label(),
                after.target(),
                weights.before().get(line).share(),
                after.share()));
      }
      return margins;
    }
  }

  /**
   * The shares of a label.
   *
   * @param target weighted share among people
   * @param before share among personas with equal weights
   * @param after weighted share among personas
   */
  public record Margin(String trait, String label, double target, double before, double after) {}
}
