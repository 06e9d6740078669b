package dev.voxpop.analysis.distance;

import dev.voxpop.analysis.panel.Item;

/**
 * Earth mover's distance (Wasserstein-1) between two distributions on a line.
 *
 * <p>Σ over k &lt; K of |F(k) − G(k)| · (x_{k+1} − x_k) with cumulative shares F, G and positions
 * x. Exact, O(K), no ties to break. Equal to SciPy's {@code wasserstein_distance} with the
 * positions as values and the shares as weights.
 *
 * <p>S. S. Vallender, Calculation of the Wasserstein distance between probability distributions on
 * the line, 1974, doi:10.1137/1118101.
 */
public final class EarthMover {

  private EarthMover() {}

  /** Distance in units of the positions. */
  public static double raw(Item item, double[] p, double[] v) {
    double distance = 0;
    double gap = 0;
    for (int k = 0; k + 1 < p.length; k++) {
      gap += p[k] - v[k];
      distance += Math.abs(gap) * (item.position(k + 1) - item.position(k));
    }
    return distance;
  }

  /** Distance divided by the span of the positions; NaN for one level. */
  public static double normalised(Item item, double[] p, double[] v) {
    return normalised(item, raw(item, p, v));
  }

  static double normalised(Item item, double raw) {
    return item.levels() < 2 ? Double.NaN : raw / item.span();
  }
}
