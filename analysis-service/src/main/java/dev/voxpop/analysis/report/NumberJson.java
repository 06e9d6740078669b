package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.uncertainty.Interval;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers that occur throughout {@value ReportFiles#RESULT}, as objects. */
final class NumberJson {

  private NumberJson() {}

  /** A distance by measure. */
  static Map<String, @Nullable Object> distance(Distance distance) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      object.put(measure.key(), distance.get(measure));
    }
    return object;
  }

  /** Means by measure. */
  static Map<String, @Nullable Object> mean(MeanDistance mean) {
    Map<String, @Nullable Object> object = new TreeMap<>();
    for (Measure measure : Measure.values()) {
      object.put(measure.key(), mean.get(measure).value());
    }
    return object;
  }

  /** An interval; null when there is none. */
  static @Nullable Map<String, @Nullable Object> interval(Interval interval) {
    return interval.present()
        ? Json.object(
            "low", interval.low(),
            "high", interval.high(),
            "standardError", interval.standardError(),
            "bias", interval.bias(),
            "noiseLimited", interval.noiseLimited())
        : null;
  }

  /** How bound, intervals, p-values over groups and alpha were chosen. */
  static Map<String, @Nullable Object> choices(Settings.Options options) {
    return Json.object(
        "bound", word(options.bound()),
        "intervals", options.intervals().key(),
        "adjustment", options.adjustment().key(),
        "alpha", word(options.alpha()));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A spread. */
  static Map<String, @Nullable Object> spread(Spread spread) {
    return Json.object(
        "mean", spread.mean(), "sd", spread.sd(), "p025", spread.p025(), "p975", spread.p975());
  }
}
