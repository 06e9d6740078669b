package dev.voxpop.matching.population;

import dev.voxpop.matching.assignment.Personas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Weights of personas that reproduce known margins and stay as near as possible to base weights
 * (one each unless given).
 *
 * <p>Finds w(j) = d(j) · exp(Σ λ(t, c) x(j, t, c)), x = membership, with Σ w x ÷ Σ w = target for
 * every label, scaled to Σ w = Σ d. One round adds ln(target ÷ current) to each λ, trait by trait;
 * with whole memberships that is iterative proportional fitting. Fractional memberships converge
 * more slowly. It stops when the largest margin error is at most 10⁻¹⁰ and fails after 1,000
 * rounds.
 *
 * <p>A label of target 0 gives its members weight 0 and must have whole memberships. A label with a
 * target but without members, or whose members all have weight 0, stops the run before it begins.
 * Trimming cuts weights to a range around their mean and rakes again, at most 20 times. O(rounds ·
 * personas · labels); deterministic.
 *
 * <ol>
 *   <li>Deming, W. E., Stephan, F. F. (1940). On a least squares adjustment of a sampled frequency
 *       table when the expected marginal totals are known. Annals of Mathematical Statistics 11,
 *       427–444. doi:10.1214/aoms/1177731829
 *   <li>Deville, J.-C., Särndal, C.-E., Sautory, O. (1993). Generalized raking procedures in survey
 *       sampling. JASA 88, 1013–1020. doi:10.1080/01621459.1993.10476369
 * </ol>
 */
public final class Raking {

  private static final double TOLERANCE = 1e-10;
  private static final int MOST_ROUNDS = 1_000;
  private static final int MOST_TRIMS = 20;

  private final List<TraitMargin> margins;
  private final Memberships members;
  private final double[] weights;
  private final double sum;
  private int rounds;

  private Raking(List<TraitMargin> margins, Memberships members, double[] base) {
    this.margins = margins;
    this.members = members;
    this.weights = base;
    this.sum = total(base);
  }

  /** Rakes whole personas: each belongs to its modal labels. */
  public static RakedWeights modal(Personas personas, List<TraitMargin> margins) {
    return of(personas, margins, RakingOptions.of(Membership.MODAL));
  }

  /** Rakes fractional memberships: each persona belongs to labels by mass. */
  public static RakedWeights fractional(Personas personas, List<TraitMargin> margins) {
    return of(personas, margins, RakingOptions.of(Membership.FRACTIONAL));
  }

  /**
   * Rakes personas to margins.
   *
   * @throws CannotRake when no weights can meet the margins; none are issued then
   */
  public static RakedWeights of(
      Personas personas, List<TraitMargin> margins, RakingOptions options) {
    Memberships members = Memberships.of(personas, margins, options.membership());
    var raking = new Raking(List.copyOf(margins), members, options.base(personas.size()));
    List<MarginLine> before = raking.lines();
    raking.refuseImpossible();
    raking.dropZeroTargets();
    raking.refuseImpossible();
    raking.rake();
    options.trim().ifPresent(raking::trim);
    return RakedWeights.of(raking.weights, raking.rounds, before, raking.lines());
  }

  private void rake() {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      rounds++;
      for (int trait = 0; trait < margins.size(); trait++) {
        adjust(trait);
      }
      if (worst().error() <= TOLERANCE) {
        return;
      }
    }
    MarginLine worst = worst();
    throw new CannotRake(
        "Raking did not converge in %d rounds: label \"%s\" of trait \"%s\" has %s instead of %s.\nMaybe collapse labels that few personas have?"
            .formatted(MOST_ROUNDS, worst.label(), worst.trait(), worst.share(), worst.target()));
  }

  private void adjust(int trait) {
    double[] current = shares(trait);
    double[] steps = new double[current.length];
    for (int label = 0; label < steps.length; label++) {
      double target = margins.get(trait).shares().get(label);
      steps[label] = target == 0 ? 0 : Math.log(target / current[label]);
    }
    for (int persona = 0; persona < weights.length; persona++) {
      double exponent = 0;
      for (int label = 0; label < steps.length; label++) {
        exponent += steps[label] * members.of(trait, label, persona);
      }
      weights[persona] *= Math.exp(exponent);
    }
    rescale();
  }

  private void trim(Trim trim) {
    for (int time = 0; time < MOST_TRIMS; time++) {
      double mean = total(weights) / weights.length;
      boolean cut = false;
      for (int persona = 0; persona < weights.length; persona++) {
        double bounded =
            weights[persona] == 0
                ? 0
                : Math.clamp(weights[persona], trim.lower() * mean, trim.upper() * mean);
        cut |= bounded != weights[persona];
        weights[persona] = bounded;
      }
      rescale();
      if (!cut || time == MOST_TRIMS - 1) {
        return;
      }
      rake();
    }
  }

  private void refuseImpossible() {
    List<String> empty = new ArrayList<>();
    for (MarginLine line : lines()) {
      if (line.target() > 0 && !(line.share() > 0)) {
        empty.add(line.trait() + " = " + line.label());
      }
    }
    if (!empty.isEmpty()) {
      throw new CannotRake(
          "No persona has %s, but the population does.\nMaybe rake by other traits, or collapse these labels with others in the file of margins?"
              .formatted(empty));
    }
  }

  private void dropZeroTargets() {
    for (int trait = 0; trait < margins.size(); trait++) {
      for (int label = 0; label < margins.get(trait).shares().size(); label++) {
        for (int persona = 0; persona < weights.length; persona++) {
          double member = members.of(trait, label, persona);
          if (margins.get(trait).shares().get(label) == 0 && member > 0) {
            drop(trait, label, persona, member);
          }
        }
      }
    }
  }

  private void drop(int trait, int label, int persona, double member) {
    if (member < 1) {
      throw new CannotRake(
          "Label \"%s\" of trait \"%s\" has target 0, but some personas belong to it partly.\nMaybe rake by modal labels?"
              .formatted(
                  margins.get(trait).trait().labels().get(label),
                  margins.get(trait).trait().trait()));
    }
    weights[persona] = 0;
  }

  private void rescale() {
    double factor = sum / total(weights);
    for (int persona = 0; persona < weights.length; persona++) {
      weights[persona] *= factor;
    }
  }

  private double[] shares(int trait) {
    double[] shares = new double[margins.get(trait).shares().size()];
    double all = total(weights);
    for (int label = 0; label < shares.length; label++) {
      for (int persona = 0; persona < weights.length; persona++) {
        shares[label] += weights[persona] * members.of(trait, label, persona) / all;
      }
    }
    return shares;
  }

  private MarginLine worst() {
    return lines().stream().max(Comparator.comparingDouble(MarginLine::error)).orElseThrow();
  }

  private List<MarginLine> lines() {
    List<MarginLine> lines = new ArrayList<>();
    for (int trait = 0; trait < margins.size(); trait++) {
      TraitMargin margin = margins.get(trait);
      double[] shares = shares(trait);
      for (int label = 0; label < shares.length; label++) {
        lines.add(
            new MarginLine(
                margin.trait().trait(),
                margin.trait().labels().get(label),
                margin.shares().get(label),
                shares[label]));
      }
    }
    return lines;
  }

  private static double total(double[] weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    return total;
  }
}
