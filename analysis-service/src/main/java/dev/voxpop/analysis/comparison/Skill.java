package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.bound.HumanBound;
import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.distance.Measure;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where an arm stands between uniform answers (0) and two halves of the people (1), by mean
 * normalised earth mover's distance: (D_uniform − D_arm) / (D_uniform − D_human).
 *
 * <p>It does not exist unless the denominator exceeds two standard deviations of the split halves.
 */
record Skill(double uniform, double human) {

  static Skill of(ReferenceFindings uniform, Optional<HumanBound> bound) {
    double far = uniform.mean().get(Measure.EMD_NORMALISED).value();
    if (bound.isEmpty()) {
      return new Skill(far, Double.NaN);
    }
    Spread near = bound.get().mean(Measure.EMD_NORMALISED);
    return new Skill(far, far - near.mean() > 2 * near.sd() ? near.mean() : Double.NaN);
  }

  double of(double distance) {
    return (uniform - distance) / (uniform - human);
  }

  /** The same with the distances of uniform answers and of an arm of every round. */
  double[] of(double[] uniforms, double[] distances) {
    double[] values = new double[distances.length];
    Arrays.setAll(values, i -> (uniforms[i] - distances[i]) / (uniforms[i] - human));
    return values;
  }
}
