package dev.voxpop.analysis.distribution;

import dev.voxpop.analysis.panel.Item;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One persona's probabilities of the options of a question, as a model's token probabilities give
 * them.
 *
 * <p>Their mean over personas is the distribution of an arm that reads probabilities instead of
 * drawing answers: each vector is divided by its mass on options first, so a persona counts once
 * however much of its mass lies elsewhere, and that off-option mass is reported beside it. A vector
 * with less than {@value #LEAST} on options says nothing of them and counts only there.
 *
 * @param cluster the story, or the persona
 * @param masses probability mass of each option; they add up to 1 or less
 */
public record Belief(String cluster, List<Double> masses) {

  /** How far rounding may carry a sum beyond 1. */
  public static final double TOLERANCE = 1e-6;

  /** The least mass on options of which their shares are taken. */
  public static final double LEAST = 0.05;

  /** Copies the masses and checks them. */
  public Belief {
    masses = List.copyOf(masses);
    double sum = 0;
    for (double mass : masses) {
      sum += mass >= 0 ? mass : Double.NaN;
    }
    if (!(sum <= 1 + TOLERANCE)) {
      throw new IllegalArgumentException(
          "Persona of '%s' has the probabilities %s, which are no part of a whole.%nMaybe they are logarithms."
              .formatted(cluster, masses));
    }
  }

  /** Mass that lies on the options. */
  public double onOptions() {
    return masses.stream().mapToDouble(Double::doubleValue).sum();
  }

  /**
   * Mean of the vectors of all personas with enough mass on options; effective n as for answers.
   *
   * @param item the question, with one option a mass
   */
  public static Mean mean(Item item, List<Belief> beliefs) {
    double[] shares = new double[item.levels()];
    double off = 0;
    Map<String, Integer> clusters = new HashMap<>();
    int used = 0;
    for (Belief belief : beliefs) {
      double on = belief.onOptions();
      off += 1 - Math.min(1, on);
      if (on >= LEAST) {
        for (int k = 0; k < shares.length; k++) {
          shares[k] += belief.masses.get(k) / on;
        }
        clusters.merge(belief.cluster, 1, Integer::sum);
        used++;
      }
    }
    double offMass = beliefs.isEmpty() ? Double.NaN : off / beliefs.size();
    return used == 0
        ? new Mean(Distribution.absent(item), offMass)
        : new Mean(distribution(item, shares, clusters, used), offMass);
  }

  private static Distribution distribution(
      Item item, double[] sums, Map<String, Integer> clusters, int used) {
    double squares = clusters.values().stream().mapToDouble(r -> (double) r * r).sum();
    return new Distribution(
        item,
        Arrays.stream(sums).mapToObj(sum -> sum / used).toList(),
        used,
        (double) used * used / squares);
  }

  /**
   * The distribution of an arm that reads probabilities.
   *
   * @param offOptions mean probability mass on anything but an option; NaN without personas
   */
  public record Mean(Distribution distribution, double offOptions) {}
}
