package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.FirstAttemptFindings;
import dev.voxpop.analysis.comparison.Further.OrderFindings;
import dev.voxpop.analysis.compliance.OrderEffect;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.report.Block.Figures;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Layout;
import dev.voxpop.analysis.report.Block.Legend;
import dev.voxpop.analysis.report.Block.Mark;
import dev.voxpop.analysis.report.Block.Paragraph;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Row;
import dev.voxpop.analysis.report.TurnFigure.Turn;
import dev.voxpop.analysis.uncertainty.VarianceSplit;
import dev.voxpop.analysis.uncertainty.VarianceSplit.Component;
import dev.voxpop.analysis.uncertainty.VarianceSplit.Sign;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What answers owe to how they were asked for: displayed order, asking again, chance. */
final class OrderSection {

  private static final Legend DIRECTIONS =
      new Legend(
          Layout.WIDE,
          List.of(
              new Mark("open", "options displayed as declared"),
              new Mark("filled", "options displayed the other way round; right: difference")));

  private final Findings findings;

  OrderSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    List<ArmFindings> known =
        findings.arms().stream().filter(arm -> !arm.further().orderEffects().isEmpty()).toList();
    if (known.isEmpty()) {
      blocks.add(
          new Paragraph("The answers were imported: nothing is known of how options were shown."));
    } else {
      blocks.add(new Shown(summary(known)));
      turns(known).ifPresent(blocks::add);
      known.forEach(arm -> blocks.add(new Folded(orders(arm))));
      blocks.add(new Shown(firstAttempts(known)));
    }
    findings.arms().forEach(arm -> blocks.add(new Folded(variance(arm))));
    findings.arms().forEach(arm -> blocks.addAll(audit(arm)));
    return new Section("orders", "Order and chance", blocks);
  }

  private List<Block> audit(ArmFindings arm) {
    if (arm.further().audit().isEmpty()) {
      return List.of();
    }
    AuditTables tables = new AuditTables(findings.study().items(), arm.further().audit());
    return List.of(
        new Shown(tables.factors("Ways of asking that " + arm.id() + " varied")),
        new Folded(tables.questions("Share of variance by question and factor: " + arm.id())));
  }

  private static Table summary(List<ArmFindings> arms) {
    List<Row> rows = new ArrayList<>();
    for (ArmFindings arm : arms) {
      List<OrderEffect> effects =
          arm.further().orderEffects().stream().map(OrderFindings::effect).toList();
      long varied = effects.stream().filter(effect -> effect.orders() > 1).count();
      List<String> flagged =
          effects.stream().filter(OrderEffect::flagged).map(effect -> effect.item().id()).toList();
      rows.add(
          Row.of(
              arm.id(),
              varied + " of " + effects.size(),
              varied == 0 ? "" : Integer.toString(flagged.size()),
              String.join(", ", flagged)));
    }
    return new Table(
        "Questions whose answers depend on the order of options",
        List.of("Arm", "Questions shown in several orders", "Flagged", "Which"),
        rows,
        List.of(
            "Flagged: p < .01 for equal answers under all displayed orders, by permuting orders"
                + " across personas."));
  }

  /** Arms that were asked in both directions; empty when none was. */
  private static Optional<Figures> turns(List<ArmFindings> arms) {
    String title = "Distance to people by direction of the options";
    List<Turn> turns = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    StringBuilder words = new StringBuilder("As declared, then turned round:");
    for (ArmFindings arm : arms) {
      List<OrderFindings> all = arm.further().orderEffects();
      double declared = mean(all.stream().map(OrderFindings::ascending).toList());
      double reversed = mean(all.stream().map(OrderFindings::descending).toList());
      if (!Double.isNaN(declared) && !Double.isNaN(reversed)) {
        String first = Numbers.three(declared);
        String second = Numbers.three(reversed);
        turns.add(new Turn(arm.id(), declared, reversed));
        rows.add(Row.of(arm.id(), first, second, Numbers.signed(reversed - declared, 3)));
        words.append(" %s %s, %s;".formatted(arm.id(), first, second));
      }
    }
    List<String> columns = List.of("Arm", "As declared", "Turned round", "Difference");
    return turns.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figures(
                title,
                DIRECTIONS,
                List.of(TurnFigure.draw(title, words.toString(), turns)),
                Table.of(title, columns, rows)));
  }

  private static double mean(List<Distance> distances) {
    return Distance.mean(distances).emdNormalised().value();
  }

  private static Table orders(ArmFindings arm) {
    List<Row> rows = new ArrayList<>();
    for (OrderFindings found : arm.further().orderEffects()) {
      OrderEffect effect = found.effect();
      rows.add(
          Row.of(
              effect.item().id(),
              Integer.toString(effect.n()),
              Integer.toString(effect.orders()),
              positions(effect),
              Numbers.decimals(effect.chiSquare(), 2),
              effect.orders() > 1 ? Integer.toString(effect.degrees()) : "",
              Numbers.p(effect.p()) + (effect.flagged() ? " *" : ""),
              Numbers.three(found.ascending().emdNormalised()),
              Numbers.three(found.descending().emdNormalised())));
    }
    return new Table(
        "Displayed order, arm " + arm.id(),
        List.of(
            "Question",
            "n",
            "Orders",
            "Chosen by displayed position",
            "χ²",
            "Degrees",
            "p",
            "EMD as declared",
            "EMD turned round"),
        rows,
        List.of(
            "* p < .01. EMD as declared and turned round: mean normalised EMD of the answers given"
                + " when options were displayed in their own and in the reverse order."));
  }

  private static String positions(OrderEffect effect) {
    return IntStream.range(0, effect.positions().size())
        .mapToObj(i -> "%d: %s".formatted(i + 1, Numbers.percent(effect.positions().get(i))))
        .collect(Collectors.joining(", "));
  }

  private static Table firstAttempts(List<ArmFindings> arms) {
    List<Row> rows = new ArrayList<>();
    for (ArmFindings arm : arms) {
      arm.further().firstAttempts().ifPresent(first -> rows.add(row(arm, first)));
    }
    return new Table(
        "Distances from first answers only",
        List.of("Arm", "EMD normalised, first answers", "all answers", "Depends on re-asking"),
        rows,
        List.of("Depends on re-asking: the number changes by more than half of its interval."));
  }

  private static Row row(ArmFindings arm, FirstAttemptFindings first) {
    return Row.of(
        arm.id(),
        Numbers.three(first.mean().get(Measure.EMD_NORMALISED).value()),
        Numbers.three(arm.mean().get(Measure.EMD_NORMALISED).value()),
        first.depending().isEmpty() ? "nothing" : String.join(", ", first.depending()));
  }

  private static Table variance(ArmFindings arm) {
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < arm.further().variance().size(); q++) {
      VarianceSplit split = arm.further().variance().get(q);
      rows.add(
          Row.of(
              arm.distributions().get(q).item().id(),
              part(split.personas()),
              part(split.repeats()),
              part(split.orders())));
    }
    return new Table(
        "Where the variance comes from, arm " + arm.id(),
        List.of("Question", "Between personas", "Between repeats", "Between displayed orders"),
        rows,
        List.of("0 *: the estimate was negative. " + Numbers.MISSING + " cannot be told."));
  }

  private static String part(Component component) {
    return Numbers.three(component.value()) + (component.sign() == Sign.NEGATIVE ? " *" : "");
  }
}
