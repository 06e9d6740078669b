package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Paragraph;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.uncertainty.ArmDifference;
import dev.voxpop.analysis.uncertainty.ArmDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Differences between arms with intervals and adjusted p-values. */
final class DifferenceSection {

  private static final Map<String, String> TITLES =
      Map.of(
          "emd/mean", "Mean raw EMD",
          "emdNormalised/mean", "Mean normalised EMD",
          "tv/mean", "Mean total variation",
          "frobenius/consistent", "Frobenius distance",
          "l1/consistent", "L1 distance",
          "cbs/consistent", "CBS",
          "alpha", "Cronbach's alpha");

  private static final String HEADLINE = "emdNormalised/mean";

  private final Findings findings;

  DifferenceSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    if (findings.differences().isEmpty()) {
      blocks.add(
          new Paragraph("There is no pair of arms to compare, or no bootstrap was asked for."));
    }
    for (String metric : ArmDifferences.METRICS) {
      List<ArmDifference> pairs =
          findings.differences().stream().filter(d -> d.metric().equals(metric)).toList();
      if (!pairs.isEmpty()) {
        Table table = table(metric, pairs);
        blocks.add(metric.equals(HEADLINE) ? new Shown(table) : new Folded(table));
      }
    }
    return new Section("differences", "Differences between arms", blocks);
  }

  private static Table table(String metric, List<ArmDifference> pairs) {
    List<Row> rows = new ArrayList<>();
    for (ArmDifference pair : pairs) {
      rows.add(
          Row.of(
              pair.first() + " − " + pair.second(),
              Numbers.three(pair.value()),
              Numbers.interval(pair.interval()),
              Numbers.p(pair.p()),
              Numbers.p(pair.adjusted()),
              words(pair.pairing())));
    }
    return new Table(
        TITLES.getOrDefault(metric, metric),
        List.of("Pair", "Difference", "Interval", "p", "p, Holm", "In common"),
        rows,
        List.of(
            Numbers.NOISE
                + " Noise-limited differences carry no p-value. Holm's adjustment runs over the"
                + " pairs of this table."));
  }

  private static String words(ArmDifference.Pairing pairing) {
    return switch (pairing) {
      case COMMON_PEOPLE -> "people";
      case COMMON_PERSONAS -> "personas";
      case INDEPENDENT -> "nothing";
    };
  }
}
