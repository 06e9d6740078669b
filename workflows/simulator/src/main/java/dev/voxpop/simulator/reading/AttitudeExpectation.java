package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.society.AttitudeModel;
import dev.voxpop.simulator.trait.Trait;
import java.util.Map;

/**
 * What a belief about traits lets one expect of attitudes. Attitudes are linear in traits, so their
 * mean needs the shares of levels only; their variance is the unexplained part plus that of each
 * trait's effect, as if traits were independent.
 */
final class AttitudeExpectation {
  private AttitudeExpectation() {}

  /** The expectation. */
  static AttitudeBelief of(AttitudeModel model, Map<Trait, double[]> levels) {
    AttitudeVector mean = model.constant();
    AttitudeVector variance = AttitudeVector.zero();
    for (Map.Entry<Trait, double[]> entry : levels.entrySet()) {
      AttitudeVector own = mean(model, entry.getKey(), entry.getValue());
      mean = mean.plus(own, 1);
      variance = variance.plus(spread(model, entry.getKey(), entry.getValue(), own), 1);
    }
    double[] all = new double[AttitudeVector.DIMENSIONS];
    for (int d = 0; d < all.length; d++) {
      all[d] = 1 - AttitudeModel.EXPLAINED + Math.min(AttitudeModel.EXPLAINED, variance.get(d));
    }
    return AttitudeBelief.independent(mean, AttitudeVector.of(all));
  }

  private static AttitudeVector mean(AttitudeModel model, Trait trait, double[] shares) {
    double[] sum = new double[AttitudeVector.DIMENSIONS];
    for (int level = 0; level < shares.length; level++) {
      if (shares[level] > 0) {
        AttitudeVector effect = model.effect(trait, level);
        for (int d = 0; d < sum.length; d++) {
          sum[d] += shares[level] * effect.get(d);
        }
      }
    }
    return AttitudeVector.of(sum);
  }

  private static AttitudeVector spread(
      AttitudeModel model, Trait trait, double[] shares, AttitudeVector mean) {
    double[] sum = new double[AttitudeVector.DIMENSIONS];
    for (int level = 0; level < shares.length; level++) {
      AttitudeVector effect = model.effect(trait, level);
      for (int d = 0; d < sum.length && shares[level] > 0; d++) {
        double off = effect.get(d) - mean.get(d);
        sum[d] += shares[level] * off * off;
      }
    }
    return AttitudeVector.of(sum);
  }
}
