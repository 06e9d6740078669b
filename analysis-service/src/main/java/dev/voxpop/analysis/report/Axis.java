package dev.voxpop.analysis.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** A zero-based linear axis up to a round number at or above the data. */
record Axis(double top, double step) {

  private static final int PARTS = 4;

  /** Steps have two significant digits, ticks are a few of them. */
  private static final int DIGITS = 6;

  /** The axis for data up to {@code largest}. */
  static Axis upTo(double largest) {
    double safe = Double.isFinite(largest) && largest > 0 ? largest : 1;
    double rough = safe / PARTS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (double factor : new double[] {1, 2, 2.5, 5}) {
      if (factor * power >= rough * (1 - 1e-9)) {
        step = factor * power;
        break;
      }
    }
    return new Axis(step * Math.ceil(safe / step - 1e-9), step);
  }

  /** Places of the labels, zero included. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    for (int i = 0; i * step <= top * (1 + 1e-9); i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  /** Share of the axis' length below a value, at most 1. */
  double at(double value) {
    return Math.clamp(value / top, 0, 1);
  }

  /** Label of a tick, exact and without needless zeros. */
  static String label(double tick) {
    BigDecimal exact = BigDecimal.valueOf(tick).round(new MathContext(DIGITS));
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }
}
