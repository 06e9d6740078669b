package dev.voxpop.analysis.report;

import dev.voxpop.analysis.bound.SizeMatched;
import dev.voxpop.analysis.bound.Spread;
import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.Settings.BoundSize;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Arms and people held against the same halves of the people, with equal numbers on each side. */
final class EqualSizes {

  private EqualSizes() {}

  /** Whether the settings ask for equal sizes. */
  static boolean wanted(Findings findings) {
    return findings.study().settings().options().bound() == BoundSize.SIZE_MATCHED;
  }

  /** The table; empty when it was not asked for, or there is no bound. */
  static Optional<Shown> table(Findings findings) {
    if (!wanted(findings) || findings.bound().isEmpty()) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    findings
        .bound()
        .ifPresent(
            bound ->
                rows.add(
                    row(
                        Kind.REFERENCE,
                        "human-split-half",
                        bound.people() - bound.people() / 2,
                        List.of(Measure.values()).stream().map(bound::mean).toList())));
    findings.arms().forEach(arm -> row(arm).ifPresent(rows::add));
    return Optional.of(
        new Shown(
            new Table(
                "Equal sizes: against halves of the people",
                List.of("Side", "Held against a half", "EMD raw", "EMD normalised", "TV"),
                rows,
                List.of(
                    "Each split holds half of the people against the other half, and as many"
                        + " personas of every arm against that same half, weighted alike. An arm"
                        + " that answers like other people reaches the first row.",
                    "Parentheses: 2.5 and 97.5 percentiles over splits, a spread and not a"
                        + " confidence interval."))));
  }

  private static Optional<Row> row(ArmFindings arm) {
    return arm.further().sizeMatched().map(sized -> row(arm, sized));
  }

  private static Row row(ArmFindings arm, SizeMatched sized) {
    return row(
        Kind.PLAIN,
        arm.id(),
        sized.personas(),
        List.of(Measure.values()).stream().map(sized::mean).toList());
  }

  private static Row row(Kind kind, String name, int size, List<Spread> spreads) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name));
    cells.add(Cell.of(Integer.toString(size)));
    spreads.forEach(spread -> cells.add(Cell.of(spread.mean(), Numbers.spread(spread))));
    return new Row(kind, cells);
  }
}
