package dev.voxpop.analysis.structure;

/**
 * Distances between a human and a persona correlation matrix, over cells defined in both.
 *
 * @param frobenius √Σ (A − B)², both triangles and the diagonal
 * @param l1 Σ |A − B|
 * @param cbs 1 − tr(AB) / (‖A‖ ‖B‖); NaN unless both matrices are complete
 * @param rms Frobenius ÷ √(used off-diagonal cells): comparable between questionnaires
 * @param used off-diagonal cells defined in both matrices
 * @param all off-diagonal cells
 */
public record MatrixDistance(
    double frobenius, double l1, double cbs, double rms, int used, int all) {

  /** Distances of two matrices of one size. */
  public static MatrixDistance between(CorrelationMatrix human, CorrelationMatrix persona) {
    Sums sums = new Sums();
    for (int a = 0; a < human.size(); a++) {
      sums.add(Place.DIAGONAL, human.get(a, a), persona.get(a, a));
      for (int b = a + 1; b < human.size(); b++) {
        sums.add(Place.OFF_DIAGONAL, human.get(a, b), persona.get(a, b));
      }
    }
    int all = human.size() * (human.size() - 1);
    double frobenius = sums.used == 0 ? Double.NaN : Math.sqrt(sums.squares);
    return new MatrixDistance(
        frobenius,
        sums.used == 0 ? Double.NaN : sums.absolute,
        sums.holes > 0 || all == 0 ? Double.NaN : sums.cbs(),
        frobenius / Math.sqrt(sums.used),
        sums.used,
        all);
  }

  /** Whether the distance covers every cell and may be ranked. */
  public boolean complete() {
    return used == all;
  }

  /** The value of one measure. */
  public double get(MatrixMeasure measure) {
    return switch (measure) {
      case FROBENIUS -> frobenius;
      case L1 -> l1;
      case CBS -> cbs;
    };
  }

  private enum Place {
    DIAGONAL,
    OFF_DIAGONAL
  }

  private static final class Sums {
    private double squares;
    private double absolute;
    private double trace;
    private double humanNorm;
    private double personaNorm;
    private int used;
    private int holes;

    void add(Place place, double a, double b) {
      if (Double.isNaN(a) || Double.isNaN(b)) {
        holes++;
        return;
      }
      used += place == Place.OFF_DIAGONAL ? 2 : 0;
      int times = place == Place.OFF_DIAGONAL ? 2 : 1;
      squares += times * ((a - b) * (a - b));
      absolute += times * Math.abs(a - b);
      trace += times * (a * b);
      humanNorm += times * (a * a);
      personaNorm += times * (b * b);
    }

    double cbs() {
      return 1 - trace / (Math.sqrt(humanNorm) * Math.sqrt(personaNorm));
    }
  }
}
