package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.DivisionFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.GroupGap;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.ShareInterval;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.Interval;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Every interval of a report in one table: of everybody, then of each group of people.
 *
 * <p>A row has a kind: {@code share} of an option, {@code metric} of an arm, {@code difference} of
 * the arms {@code side} and {@code other}, {@code bound} of the people's halves, {@code gap} of an
 * arm's mean distance between the groups {@code group} and {@code other} of a division, the first
 * minus the second. Shares of people have the interval of their effective n; a bound has
 * percentiles of a spread and no error.
 */
final class IntervalExport {

  private static final String PEOPLE = "people";

  private final IntervalTable table =
      new IntervalTable("division", "group", "kind", "side", "other", "name");

  private @Nullable String division;
  private @Nullable String group;

  private IntervalExport() {}

  static ExportTable of(Findings findings) {
    IntervalExport export = new IntervalExport();
    export.add(findings);
    for (DivisionFindings part : findings.divisions()) {
      export.division = part.division().id();
      part.gaps().forEach(export::gap);
      for (DivisionFindings.GroupFindings own : part.groups()) {
        export.group = own.group().id();
        export.add(own.findings());
      }
    }
    return export.table.table();
  }

  private void add(Findings findings) {
    findings.people().distributions().forEach(this::shares);
    findings
        .bound()
        .ifPresent(
            bound ->
                MetricRows.of(findings, bound)
                    .forEach(
                        (name, spread) ->
                            row(
                                new Of("bound", PEOPLE, null, name),
                                spread.mean(),
                                new Interval(
                                    spread.p025(),
                                    spread.p975(),
                                    Double.NaN,
                                    Double.NaN,
                                    Interval.Limit.NONE))));
    findings.arms().stream()
        .sorted(Comparator.comparing(ArmFindings::id))
        .forEach(arm -> arm(findings, arm));
    findings.differences().forEach(this::difference);
  }

  private void shares(Distribution distribution) {
    for (int k = 0; k < distribution.item().levels() && distribution.present(); k++) {
      ShareInterval interval = distribution.interval(k);
      row(
          new Of("share", PEOPLE, null, MetricLayout.share(distribution.item(), k)),
          distribution.share(k),
          new Interval(
              interval.low(), interval.high(), Double.NaN, Double.NaN, Interval.Limit.NONE));
    }
  }

  private void arm(Findings findings, ArmFindings arm) {
    for (Distribution distribution : arm.distributions()) {
      for (int k = 0; k < distribution.item().levels() && distribution.present(); k++) {
        String name = MetricLayout.share(distribution.item(), k);
        row(new Of("share", arm.id(), null, name), distribution.share(k), arm.interval(name));
      }
    }
    MetricRows.of(findings, arm)
        .forEach(
            (name, value) ->
                row(new Of("metric", arm.id(), null, name), value, arm.interval(name)));
  }

  private void difference(ArmDifference difference) {
    row(
        new Of("difference", difference.first(), difference.second(), difference.metric()),
        difference.value(),
        difference.interval());
  }

  /** The gap of an arm stands at the first of the two groups. */
  private void gap(GroupGap gap) {
    group = gap.first();
    row(
        new Of("gap", gap.arm(), gap.second(), MetricLayout.mean(gap.measure())),
        gap.value(),
        gap.interval());
  }

  /** What an interval is of. */
  private record Of(String kind, String side, @Nullable String other, String name) {}

  private void row(Of of, double value, Interval interval) {
    table.add(value, interval, division, group, of.kind(), of.side(), of.other(), of.name());
  }
}
