package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.compliance.ArmCompliance;
import dev.voxpop.analysis.compliance.QuestionCompliance;
import dev.voxpop.analysis.compliance.Refusals;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.report.Block.Paragraph;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** How interviews ended, refusals beside those of people, and matched personas. */
final class ComplianceSection {

  private static final double Z = 1.959963984540054;

  private final Findings findings;

  ComplianceSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    boolean known = false;
    for (ArmFindings arm : findings.arms()) {
      if (arm.input().compliance().isPresent()) {
        blocks.add(new Shown(states(arm.id(), arm.input().compliance().get())));
        known = true;
      }
    }
    if (!known) {
      blocks.add(
          new Paragraph("The answers were imported: nothing is known of how they came about."));
    }
    blocks.add(new Shown(refusals()));
    return new Section("compliance", "How interviews ended", blocks);
  }

  private static Table states(String arm, ArmCompliance compliance) {
    Set<String> states = new TreeSet<>(compliance.total().states().keySet());
    List<String> columns = new ArrayList<>(List.of("Question", "Asked"));
    columns.addAll(states);
    columns.addAll(List.of("Valid at first", "Mean draws", "Most draws", "Reasons"));
    List<Row> rows = new ArrayList<>();
    for (QuestionCompliance question : compliance.questions()) {
      rows.add(row(question.question(), question, states));
    }
    rows.add(row("all", compliance.total(), states));
    return new Table("Arm " + arm, columns, rows, List.of("Asked is the sum over the states."));
  }

  private static Row row(String name, QuestionCompliance question, Set<String> states) {
    List<Cell> cells = new ArrayList<>();
    cells.add(Cell.of(name));
    cells.add(Cell.of(Long.toString(question.asked())));
    for (String state : states) {
      long count = question.states().getOrDefault(state, 0L);
      cells.add(new Cell(Long.toString(count), Numbers.percent(question.share(state))));
    }
    cells.add(Cell.of(Numbers.percent(question.firstAttemptValidity())));
    cells.add(Cell.of(Numbers.decimals(question.meanAttempts(), 2)));
    cells.add(Cell.of(Integer.toString(question.largestAttempts())));
    cells.add(
        Cell.of(
            question.reasons().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "))));
    return Row.of(cells);
  }

  private Table refusals() {
    List<String> columns = new ArrayList<>(List.of("Question", "people, weighted"));
    findings.arms().forEach(arm -> columns.add(arm.id()));
    List<Row> rows = new ArrayList<>();
    for (int q = 0; q < findings.study().items().size(); q++) {
      Distribution human = findings.people().refusals().get(q);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(findings.study().items().get(q).id()));
      cells.add(Cell.of(share(human)));
      for (ArmFindings arm : findings.arms()) {
        cells.add(difference(human, arm.refusals().get(q)));
      }
      rows.add(Row.of(cells));
    }
    return new Table(
        "Refusals",
        columns,
        rows,
        List.of(
            "Below each share: difference to people in percentage points with its 95 % interval."));
  }

  private static String share(Distribution distribution) {
    return distribution.present()
        ? Numbers.percent(distribution.share(Refusals.REFUSED))
        : Numbers.MISSING;
  }

  private static Cell difference(Distribution human, Distribution persona) {
    if (!human.present() || !persona.present()) {
      return Cell.of(share(persona));
    }
    double difference = persona.share(Refusals.REFUSED) - human.share(Refusals.REFUSED);
    double half =
        Z
            * Math.hypot(
                human.standardError(Refusals.REFUSED), persona.standardError(Refusals.REFUSED));
    String detail =
        String.format(
            Locale.ROOT,
            "%+.1f [%.1f, %.1f]",
            100 * difference,
            100 * (difference - half),
            100 * (difference + half));
    return new Cell(share(persona), detail.replace('-', '−'));
  }
}
