package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.MatchedPairs.LabelBalance;
import dev.voxpop.analysis.matched.MatchedPairs.Ranks;
import dev.voxpop.analysis.matched.MatchedPairs.Weights;
import dev.voxpop.analysis.report.Block.Fact;
import dev.voxpop.analysis.report.Block.Facts;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    blocks.add(new Shown(rules()));
    blocks.add(new Shown(weights()));
    Ranks ranks = report.ranks();
    if (ranks != null) {
      blocks.add(new Shown(ranks(ranks)));
    }
    blocks.add(reuse());
    blocks.add(new Shown(agreement()));
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
            .map(count -> words(count.getKey()) + " " + count.getValue())
            .collect(Collectors.joining(", "));
    return new Facts(
        List.of(
            new Fact(
                "Method",
                words(report.specification().method()),
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

  private Table rules() {
    MatchedPairs.Rules rules = report.specification();
    Integer capacity = report.capacity();
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of("Method", words(rules.method()) + ", maximising the " + words(rules.objective())));
    rows.add(Row.of("Traits", String.join(", ", report.traits())));
    rows.add(Row.of("Uses allowed per persona", capacity == null ? "any number" : "" + capacity));
    rows.add(
        Row.of(
            "Rules",
            "ties: %s; without support: %s; beyond capacity: %s; seed: %d"
                .formatted(
                    words(rules.tieBreak()),
                    words(rules.onZero()),
                    words(rules.surplus()),
                    rules.seed())));
    rows.add(Row.of("People by status", counts(report.counts())));
    rows.add(
        Row.of(
            "Stories left out",
            "%d by filters, %d undetermined"
                .formatted(pairs.storiesFiltered(), pairs.storiesUndetermined())));
    rows.add(Row.of("Personas with an unknown trait", counts(report.undetermined())));
    rows.add(
        Row.of(
            "Mass without label",
            pairs.excludedShares().entrySet().stream()
                .map(share -> share.getKey() + " " + Numbers.percent(share.getValue()))
                .collect(Collectors.joining(", "))));
    rows.add(
        Row.of(
            "Sum of weights",
            Numbers.three(report.total()) + ", pairs of weight 0: " + report.zeroWeight()));
    rows.add(Row.of("Certificate", certificate()));
    return Table.of(
        "How matching " + pairing.matching() + " was made", List.of("Rule", "Value"), rows);
  }

  private String certificate() {
    MatchedPairs.Certificate certificate = report.certificate();
    if (certificate == null) {
      return "none: this method claims no optimum";
    }
    return String.format(
        Locale.ROOT,
        "no assignment can exceed %.6f; reached %.6f, gap %.1e, violation %.1e (%s)",
        certificate.bound(),
        certificate.total(),
        certificate.gap(),
        certificate.violation(),
        certificate.solver());
  }

  private Table weights() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Kind.REFERENCE, spread("all", report.weights())));
    report
        .weightsByMissingTraits()
        .forEach((missing, own) -> rows.add(Row.of(spread(missing + " traits missing", own))));
    return Table.of(
        "Weights of the pairs of " + pairing.matching(),
        List.of("People", "Pairs", "Mean", "10 %", "Median", "90 %"),
        rows);
  }

  private static List<Table.Cell> spread(String name, Weights weights) {
    boolean known = weights.deciles().size() == 9;
    return List.of(
        Table.Cell.of(name),
        Table.Cell.of(Integer.toString(weights.pairs())),
        Table.Cell.of(weights.pairs() == 0 ? Double.NaN : weights.mean()),
        Table.Cell.of(known ? weights.deciles().getFirst() : Double.NaN),
        Table.Cell.of(weights.pairs() == 0 ? Double.NaN : weights.median()),
        Table.Cell.of(known ? weights.deciles().getLast() : Double.NaN));
  }

  private Table ranks(Ranks ranks) {
    return new Table(
        "Ranks of the pairs of " + pairing.matching(),
        List.of(
            "Pairs", "Best persona", "Best shared", "Mean rank", "Median", "90 %", "Mean ratio"),
        List.of(
            Row.of(
                Integer.toString(ranks.pairs()),
                Numbers.percent(ranks.first()),
                Numbers.percent(ranks.tied()),
                Numbers.decimals(ranks.mean(), 1),
                Numbers.decimals(ranks.median(), 1),
                ranks.deciles().size() == 9
                    ? Numbers.decimals(ranks.deciles().getLast(), 1)
                    : Numbers.MISSING,
                Numbers.three(ranks.meanRatio()))),
        List.of(
            "Best persona: share of pairs of rank 1. Best shared: several personas have the best"
                + " weight. Ratio: weight ÷ best weight."));
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

  private Table agreement() {
    List<Row> rows =
        report.agreement().traits().stream()
            .map(
                trait ->
                    Row.of(
                        trait.trait(),
                        Integer.toString(trait.pairs()),
                        Numbers.three(trait.meanFactor()),
                        Numbers.percent(trait.modal())))
            .toList();
    return new Table(
        "Agreement of the pairs of " + pairing.matching(),
        List.of("Trait", "Pairs", "Mean factor", "Same label"),
        rows,
        List.of(
            "Mean factor: mean mass of the persona on the person's label. Same label: the persona's"
                + " most likely label is the person's."));
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

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> words(count.getKey()) + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String words(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name.toLowerCase(Locale.ROOT).replace('_', '-')
        : name;
  }
}
