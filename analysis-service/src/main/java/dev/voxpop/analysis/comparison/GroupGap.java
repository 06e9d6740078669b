package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.uncertainty.Interval;

/**
 * The difference of an arm's mean distance between two groups.
 *
 * @param first a group
 * @param second the group that is subtracted
 * @param value first − second
 * @param p two-sided bootstrap p-value; NaN when noise-limited or absent
 * @param adjusted over the pairs of groups of one arm and measure
 */
public record GroupGap(
    String arm,
    Measure measure,
    String first,
    String second,
    double value,
    Interval interval,
    double p,
    double adjusted) {

  GroupGap adjustedTo(double other) {
    return new GroupGap(arm, measure, first, second, value, interval, p, other);
  }
}
