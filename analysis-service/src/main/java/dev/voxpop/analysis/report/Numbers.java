package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.uncertainty.Interval;
import java.util.Locale;

/** Numbers as readers see them: three decimals, and a dash for a number that does not exist. */
public final class Numbers {

  /** Stands for a missing number. */
  public static final String MISSING = "–";

  /** Marks an interval that sampling noise drowns. */
  public static final String NOISE = "†";

  private Numbers() {}

  /** Three decimals. */
  public static String three(double value) {
    return decimals(value, 3);
  }

  /** A share as percent with one decimal. */
  public static String percent(double share) {
    return Double.isFinite(share) ? decimals(100 * share, 1) + " %" : MISSING;
  }

  /** A fixed number of decimals. */
  public static String decimals(double value, int places) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    String text = String.format(Locale.ROOT, "%." + places + "f", value);
    return text.matches("-0\\.?0*") ? text.substring(1) : text.replace('-', '−');
  }

  /** A p-value. */
  public static String p(double p) {
    return p < .001 ? "< .001" : three(p);
  }

  /** A number with its sign; infinity as such, a dash for a number that does not exist. */
  public static String signed(double value, int places) {
    if (Double.isInfinite(value)) {
      return value < 0 ? "−∞" : "+∞";
    }
    String text = decimals(value, places);
    return value > 0 && !text.matches("0\\.?0*") ? "+" + text : text;
  }

  /** Bounds of an interval, marked when noise-limited; empty when there is none. */
  public static String interval(Interval interval) {
    if (!interval.present()) {
      return "";
    }
    String mark = interval.noiseLimited() ? " " + NOISE : "";
    return "[" + three(interval.low()) + ", " + three(interval.high()) + "]" + mark;
  }

  /** Percentiles of a spread. */
  public static String spread(Spread spread) {
    return spread.n() == 0 ? "" : "(" + three(spread.p025()) + " – " + three(spread.p975()) + ")";
  }
}
