package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.MatchedPairs;
import dev.voxpop.analysis.matched.MatchedPairs.Ranks;
import dev.voxpop.analysis.matched.MatchedPairs.Weights;
import dev.voxpop.analysis.report.Table.Kind;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables of one matching that stand by themselves: rules, weights, ranks, agreement. */
final class PairingTables {

  private final String matching;
  private final MatchedPairs pairs;
  private final MatchedPairs.Report report;

  PairingTables(String matching, MatchedPairs pairs) {
    this.matching = matching;
    this.pairs = pairs;
    this.report = pairs.report();
  }

  Table rules() {
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
    return Table.of("How matching " + matching + " was made", List.of("Rule", "Value"), rows);
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

  Table weights() {
    List<Row> rows = new ArrayList<>();
    rows.add(new Row(Kind.REFERENCE, spread("all", report.weights())));
    report
        .weightsByMissingTraits()
        .forEach((missing, own) -> rows.add(Row.of(spread(missing + " traits missing", own))));
    return Table.of(
        "Weights of the pairs of " + matching,
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

  /** Empty when an older stage wrote the report. */
  Optional<Table> ranks() {
    return Optional.ofNullable(report.ranks()).map(this::ranks);
  }

  private Table ranks(Ranks ranks) {
    return new Table(
        "Ranks of the pairs of " + matching,
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

  Table agreement() {
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
        "Agreement of the pairs of " + matching,
        List.of("Trait", "Pairs", "Mean factor", "Same label"),
        rows,
        List.of(
            "Mean factor: mean mass of the persona on the person's label. Same label: the persona's"
                + " most likely label is the person's."));
  }

  private static String counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(count -> words(count.getKey()) + " " + count.getValue())
        .collect(Collectors.joining(", "));
  }

  /** A constant's name as words; other names stay as they are. */
  static String words(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name.toLowerCase(Locale.ROOT).replace('_', '-')
        : name;
  }
}
