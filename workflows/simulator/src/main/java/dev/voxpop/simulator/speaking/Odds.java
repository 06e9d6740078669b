package dev.voxpop.simulator.speaking;

import java.util.Arrays;

/** Probabilities of displayed options, and how temperature, nucleus and bias change them. */
final class Odds {
  private Odds() {}

  /** Log-odds {@code gain} added to one place; the result sums to 1. */
  static double[] biased(double[] probabilities, int place, double gain) {
    double[] changed = probabilities.clone();
    if (place >= 0 && place < changed.length) {
      changed[place] *= Math.exp(gain);
    }
    return normalised(changed);
  }

  /** p^(1/T), normalised; T = 0 puts all mass on the likeliest, the first of equals. */
  static double[] tempered(double[] probabilities, double temperature) {
    double[] changed = probabilities.clone();
    int best = best(probabilities);
    for (int i = 0; i < changed.length; i++) {
      changed[i] =
          temperature == 0
              ? (i == best ? 1 : 0)
              : Math.pow(changed[i] / probabilities[best], 1 / temperature);
    }
    return normalised(changed);
  }

  /** The likeliest options that together reach the mass, the others dropped. */
  static double[] nucleus(double[] probabilities, double mass) {
    if (mass >= 1) {
      return probabilities;
    }
    double[] left = probabilities.clone();
    double[] kept = new double[left.length];
    double total = 0;
    while (total < mass) {
      int best = best(left);
      kept[best] = probabilities[best];
      total += Math.max(probabilities[best], 1e-12);
      left[best] = -1;
    }
    return normalised(kept);
  }

  static int best(double[] probabilities) {
    int best = 0;
    for (int i = 1; i < probabilities.length; i++) {
      best = probabilities[i] > probabilities[best] ? i : best;
    }
    return best;
  }

  static double[] normalised(double[] masses) {
    double total = Arrays.stream(masses).sum();
    double[] shares = new double[masses.length];
    for (int i = 0; i < shares.length; i++) {
      shares[i] = total > 0 ? masses[i] / total : 1.0 / shares.length;
    }
    return shares;
  }
}
