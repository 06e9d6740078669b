package dev.voxpop.analysis.distance;

import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.ItemKind;
import java.util.List;

/**
 * The distances between two distributions of one question; NaN where one does not exist.
 *
 * @param emd earth mover's distance on the positions
 * @param emdNormalised the same divided by the span of the positions
 * @param tv total variation
 */
public record Distance(double emd, double emdNormalised, double tv) {

  /** No distance at all. */
  public static final Distance NONE = new Distance(Double.NaN, Double.NaN, Double.NaN);

  /** Distances of two distributions; all NaN when either is absent. */
  public static Distance between(Distribution human, Distribution persona, NominalEmd nominal) {
    if (!human.present() || !persona.present()) {
      return NONE;
    }
    return between(human.item(), human.toArray(), persona.toArray(), nominal);
  }

  /** Distances of two share vectors of a question. */
  public static Distance between(Item item, double[] p, double[] v, NominalEmd nominal) {
    double tv = TotalVariation.of(p, v);
    if (item.kind() == ItemKind.NOMINAL && nominal == NominalEmd.ABSENT) {
      return new Distance(Double.NaN, Double.NaN, tv);
    }
    double emd = EarthMover.raw(item, p, v);
    return new Distance(emd, EarthMover.normalised(item, emd), tv);
  }

  /** The value of one measure. */
  public double get(Measure measure) {
    return switch (measure) {
      case EMD -> emd;
      case EMD_NORMALISED -> emdNormalised;
      case TV -> tv;
    };
  }

  /** Plain mean over the questions that have a value. */
  public static MeanDistance mean(List<Distance> distances) {
    return new MeanDistance(
        MeanDistance.mean(distances, Measure.EMD),
        MeanDistance.mean(distances, Measure.EMD_NORMALISED),
        MeanDistance.mean(distances, Measure.TV));
  }
}
