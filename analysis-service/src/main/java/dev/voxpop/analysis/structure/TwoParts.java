package dev.voxpop.analysis.structure;

/** The matrices of two parts of complete rows, and the distance between them; one thread only. */
final class TwoParts {

  private final Design design;
  private final double least;
  private final int columns;
  private final double[] total;
  private final double[] other;
  private final double[] correlations;
  private final double[] otherCorrelations;
  private final Part one;
  private final Part two;

  TwoParts(Design design, Products products, double heaviest) {
    this.design = design;
    this.least = (Pearson.LEAST_ROWS - 1) * heaviest;
    this.columns = design.questions() + 1;
    this.total = products.pairs();
    this.other = new double[total.length];
    this.correlations = new double[total.length];
    this.otherCorrelations = new double[total.length];
    this.one = new Part(columns);
    this.two = new Part(columns);
  }

  /** Takes the sums of a part; whether every variance of both parts is beyond doubt. */
  boolean weigh(double[] sums) {
    for (int pair = 0; pair < other.length; pair++) {
      other[pair] = total[pair] - sums[pair];
    }
    return one.weigh(sums, design, least) && two.weigh(other, design, least);
  }

  /** The distance between the matrices of the parts that were weighed last. */
  MatrixDistance distance(double[] sums) {
    one.correlate(sums, correlations);
    two.correlate(other, otherCorrelations);
    double squares = 0;
    double absolute = 0;
    double trace = 0;
    double norm = 0;
    double otherNorm = 0;
    int pair = 1;
    for (int a = 0; a + 1 < columns; a++, pair += 2) {
      for (int b = a + 1; b + 1 < columns; b++, pair++) {
        double r = correlations[pair];
        double s = otherCorrelations[pair];
        squares += (r - s) * (r - s);
        absolute += Math.abs(r - s);
        trace += r * s;
        norm += r * r;
        otherNorm += s * s;
      }
    }
    int size = columns - 1;
    int all = size * (size - 1);
    double cbs =
        1 - (2 * trace + size) / (Math.sqrt(2 * norm + size) * Math.sqrt(2 * otherNorm + size));
    double frobenius = Math.sqrt(2 * squares);
    return new MatrixDistance(
        all == 0 ? Double.NaN : frobenius,
        all == 0 ? Double.NaN : 2 * absolute,
        all == 0 ? Double.NaN : cbs,
        frobenius / Math.sqrt(all),
        all,
        all);
  }

  /** Sums of one part, and from them what all pairs need. */
  private static final class Part {
    private final double[] sums;
    private final double[] inverse;
    private double weight;

    Part(int columns) {
      sums = new double[columns];
      inverse = new double[columns];
    }

    /** Whether there are enough rows and all questions vary. */
    boolean weigh(double[] pairs, Design design, double least) {
      weight = pairs[pairs.length - 1];
      boolean plain = weight > least;
      int pair = 0;
      for (int a = 0; a + 1 < sums.length; a++) {
        double square = pairs[pair];
        pair += sums.length - a;
        sums[a] = pairs[pair - 1];
        double variance = weight * square - sums[a] * sums[a];
        double scale = weight * design.largest(a);
        plain &= variance > Pearson.SUSPICIOUS * (scale * scale);
        inverse[a] = 1 / Math.sqrt(variance);
      }
      return plain;
    }

    /** Numeric kernel: correlations of all pairs, laid out as the pairs are. */
    void correlate(double[] pairs, double[] correlations) {
      int start = 0;
      for (int a = 0; a + 1 < sums.length; a++) {
        int shift = start - a;
        double sum = sums[a];
        double scale = inverse[a];
        for (int b = a + 1; b + 1 < sums.length; b++) {
          double r = (weight * pairs[shift + b] - sum * sums[b]) * (scale * inverse[b]);
          correlations[shift + b] = Math.max(-1, Math.min(1, r));
        }
        start += sums.length - a;
      }
    }
  }
}
