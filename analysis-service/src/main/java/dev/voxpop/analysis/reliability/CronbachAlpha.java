package dev.voxpop.analysis.reliability;

import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.panel.Keying;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.structure.Covariance;
import dev.voxpop.analysis.structure.Missing;

/**
 * Internal consistency of all questions of a panel.
 *
 * <p>α = k/(k − 1) · (1 − tr C / ΣC) with the covariance matrix C of divisor n − 1, unweighted, or
 * weighted with divisor Σω − Σω²/Σω. Pairwise: each covariance over the rows complete on its pair,
 * each variance over all rows of its question, as {@code psych::alpha} (R) and pandas' {@code cov}
 * do. Re-keying a question turns the signs of its covariances. Alpha may be negative; it does not
 * exist for fewer than two questions, ΣC = 0, or a question without variance.
 *
 * <p>L. J. Cronbach, Coefficient alpha and the internal structure of tests, 1951,
 * doi:10.1007/BF02310555.
 */
public final class CronbachAlpha {

  private CronbachAlpha() {}

  /** Alpha of a panel, unweighted. */
  public static Alpha of(Panel panel, Missing missing, Rekeying rekeying) {
    return of(panel, Covariance.unweighted(panel, missing), rekeying);
  }

  /** Alpha of a panel with row weights. */
  public static Alpha weighted(
      Panel panel, RowWeights weights, Missing missing, Rekeying rekeying) {
    return of(panel, Covariance.weighted(panel, weights, missing), rekeying);
  }

  /** Alpha from a covariance matrix of the panel's questions. */
  public static Alpha of(Panel panel, Covariance covariance, Rekeying rekeying) {
    int k = panel.questions();
    if (k < 2) {
      return Alpha.absent("fewer than two questions");
    }
    double trace = 0;
    double sum = 0;
    for (int a = 0; a < k; a++) {
      if (Double.isNaN(covariance.get(a, a))) {
        return Alpha.absent("question " + panel.item(a).id() + " has no variance");
      }
      trace += covariance.get(a, a);
      for (int b = 0; b < k; b++) {
        sum += sign(panel, a, rekeying) * sign(panel, b, rekeying) * covariance.get(a, b);
      }
    }
    if (Double.isNaN(sum)) {
      return Alpha.absent("a pair of questions has no rows in common");
    }
    return sum == 0
        ? Alpha.absent("the covariances add up to zero")
        : Alpha.of(k / (k - 1.0) * (1 - trace / sum));
  }

  private static int sign(Panel panel, int question, Rekeying rekeying) {
    boolean turned =
        rekeying == Rekeying.FLAGGED && panel.item(question).keying() == Keying.REVERSED;
    return turned ? -1 : 1;
  }
}
