package dev.voxpop.analysis.distribution;

import dev.voxpop.analysis.panel.Item;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Shares of the declared options of one question; an option nobody chose has the share 0.
 *
 * <p>A distribution without any valid cell of positive weight is <em>absent</em>: it has no shares.
 *
 * @param shares one a declared option, adding up to 1; empty when absent
 * @param n valid rows of positive weight
 * @param effective effective number of independent rows, (Σr)²/Σr² over clusters with weights r
 */
public record Distribution(Item item, List<Double> shares, int n, double effective) {

  private static final double Z = 1.959963984540054;

  /** Copies the shares. */
  public Distribution {
    shares = List.copyOf(shares);
  }

  /** The distribution of a question nobody answered. */
  public static Distribution absent(Item item) {
    return new Distribution(item, List.of(), 0, 0);
  }

  /** Fixed shares, such as those of a reference arm; they carry no sampling error. */
  public static Distribution fixed(Item item, double[] shares) {
    return new Distribution(
        item, DoubleStream.of(shares).boxed().toList(), 0, Double.POSITIVE_INFINITY);
  }

  /** Equal shares of all options. */
  public static Distribution uniform(Item item) {
    double share = 1.0 / item.levels();
    return fixed(item, IntStream.range(0, item.levels()).mapToDouble(k -> share).toArray());
  }

  /** Whether there are shares. */
  public boolean present() {
    return !shares.isEmpty();
  }

  /** Share of an option. */
  public double share(int option) {
    return shares.get(option);
  }

  /** The shares as a fresh array. */
  public double[] toArray() {
    return shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Index of the largest share, the first of several. */
  public int mode() {
    return IntStream.range(0, shares.size())
        .reduce(0, (best, k) -> share(k) > share(best) ? k : best);
  }

  /** Entropy in bits; NaN when absent. */
  public double entropy() {
    if (!present()) {
      return Double.NaN;
    }
    double bits = 0;
    for (double share : shares) {
      bits -= share > 0 ? share * Math.log(share) / Math.log(2) : 0;
    }
    return bits;
  }

  /** Variance of the positions; NaN when absent. */
  public double variance() {
    double mean = 0;
    double square = 0;
    for (int k = 0; k < shares.size(); k++) {
      mean += share(k) * item.position(k);
    }
    for (int k = 0; k < shares.size(); k++) {
      double deviation = item.position(k) - mean;
      square += share(k) * deviation * deviation;
    }
    return present() ? square : Double.NaN;
  }

  /** √(p(1 − p)/n) with the effective n; 0 at p = 0 or 1, where only the interval says more. */
  public double standardError(int option) {
    return Math.sqrt(share(option) * (1 - share(option)) / effective);
  }

  /**
   * 95 % interval of a share: normal approximation cut to 0 … 1, and at p = 0 or 1 the interval of
   * Wilson (1927, doi:10.1080/01621459.1927.10502953).
   */
  public ShareInterval interval(int option) {
    double p = share(option);
    if (p > 0 && p < 1) {
      double half = Z * standardError(option);
      return new ShareInterval(Math.max(0, p - half), Math.min(1, p + half));
    }
    double shrink = 1 + Z * Z / effective;
    double centre = (p + Z * Z / (2 * effective)) / shrink;
    double half = Z * Math.sqrt(Z * Z / (4 * effective * effective)) / shrink;
    return p == 0
        ? new ShareInterval(0, Math.min(1, centre + half))
        : new ShareInterval(Math.max(0, centre - half), 1);
  }
}
