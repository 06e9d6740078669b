package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.MatchedPairs.LabelBalance;
import dev.voxpop.analysis.report.Block.Fact;
import dev.voxpop.analysis.report.Block.Facts;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One matching: what it did, weights and ranks, re-use, agreement, and balance. */
final class PairingBlocks {

  private static final Legend LOVE =
      new Legend(
          Layout.WIDE,
          List.of(
              new Mark("open", "people against the whole pool"),
              new Mark("filled", "people against the matched personas"),
              new Mark("limit", "±0.1")));

  private final Pairing pairing;
  private final MatchedPairs pairs;
  private final MatchedPairs.Report report;

  PairingBlocks(Pairing pairing, MatchedPairs pairs) {
    this.pairing = pairing;
    this.pairs = pairs;
    this.report = pairs.report();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(glance());
    PairingTables tables = new PairingTables(pairing.matching(), pairs);
    blocks.add(new Shown(tables.rules()));
    blocks.add(new Shown(tables.weights()));
    tables.ranks().ifPresent(table -> blocks.add(new Shown(table)));
    blocks.add(reuse());
    blocks.add(new Shown(tables.agreement()));
    if (!report.balance().isEmpty()) {
      blocks.add(balance());
    }
    return blocks;
  }

  private Facts glance() {
    long unbalanced = report.balance().stream().filter(LabelBalance::unbalanced).count();
    String left =
        report.counts().entrySet().stream()
            .filter(count -> !count.getKey().equals("matched") && count.getValue() > 0)
            .map(count -> PairingTables.words(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return new Facts(
        List.of(
            new Fact(
                "Method",
                PairingTables.words(report.specification().method()),
                pairing.matching() + " for " + String.join(", ", pairing.arms())),
            new Fact(
                "Pairs",
                Integer.toString(report.pairs()),
                "of " + report.humans() + " people" + (left.isEmpty() ? "" : "; " + left)),
            new Fact(
                "Personas used",
                Integer.toString(report.reuse().distinct()),
                "of %d, effective number %s, most uses %d"
                    .formatted(
                        report.personas(),
                        Numbers.decimals(report.reuse().effective(), 1),
                        report.reuse().maximum())),
            new Fact("Mean weight", Numbers.three(report.weights().mean()), "1 = sure agreement"),
            new Fact(
                "Agree on all traits",
                Numbers.percent(report.agreement().allTraits()),
                "by most likely label"),
            new Fact(
                "Labels out of balance",
                unbalanced + " of " + report.balance().size(),
                "standardised difference above 0.1")));
  }

  private Figures reuse() {
    List<CountFigure.Bar> bars = CountFigure.bars(report.reuse().histogram());
    String title = "Personas by number of uses, matching " + pairing.matching();
    List<Row> rows =
        report.reuse().histogram().entrySet().stream()
            .map(bar -> Row.of(bar.getKey().toString(), bar.getValue().toString()))
            .toList();
    return new Figures(
        title,
        new Legend(Layout.WIDE, List.of()),
        List.of(CountFigure.draw(title, bars, "people who share a persona")),
        Table.of(title, List.of("Uses", "Personas"), rows));
  }

  private Figures balance() {
    String title = "Balance before and after matching " + pairing.matching();
    List<Row> rows = new ArrayList<>();
    StringBuilder words = new StringBuilder("Standardised differences, before then after:");
    for (LabelBalance label : report.balance()) {
      rows.add(row(label));
      words.append(
          " %s %s %s, %s;"
              .formatted(
                  label.trait(),
                  label.label(),
                  Numbers.signed(label.standardisedBefore(), 2),
                  Numbers.signed(label.standardisedAfter(), 2)));
    }
    return new Figures(
        title,
        LOVE,
        List.of(LoveFigure.draw(title, words.toString(), report.balance())),
        new Table(
            title,
            List.of(
                "Label",
                "People",
                "People, weighted",
                "Pool",
                "Matched",
                "Difference before",
                "after",
                "Standardised before",
                "after"),
            rows,
            List.of("Marked * : standardised difference after matching above 0.1 in size.")));
  }

  private static Row row(LabelBalance label) {
    return Row.of(
        label.trait() + ": " + label.label(),
        Numbers.percent(label.humans()),
        Numbers.percent(label.weightedHumans()),
        Numbers.percent(label.pool()),
        Numbers.percent(label.matched()),
        Numbers.signed(100 * label.differenceBefore(), 1),
        Numbers.signed(100 * label.differenceAfter(), 1),
        Numbers.signed(label.standardisedBefore(), 3),
        Numbers.signed(label.standardisedAfter(), 3) + (label.unbalanced() ? " *" : ""));
  }
}
