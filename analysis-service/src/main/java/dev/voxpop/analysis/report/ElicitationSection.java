package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.DivisionFindings;
import dev.voxpop.analysis.comparison.ElicitationFindings;
import dev.voxpop.analysis.comparison.ElicitationFindings.PairMean;
import dev.voxpop.analysis.comparison.ElicitationFindings.Way;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.elicitation.ElicitationAgreement;
import dev.voxpop.analysis.elicitation.Elicited;
import dev.voxpop.analysis.elicitation.Mode;
import dev.voxpop.analysis.report.Block.Folded;
import dev.voxpop.analysis.report.Block.Shown;
import dev.voxpop.analysis.report.Table.Cell;
import dev.voxpop.analysis.report.Table.Row;
import java.util.ArrayList;
import java.util.List;

/** Drawn answers, token probabilities and stated shares of the same questions, side by side. */
final class ElicitationSection {

  private static final List<String> COLUMNS =
      List.of("Arm, way", "Personas", "Off the options", "EMD raw", "EMD normalised", "TV");

  private final Findings findings;

  ElicitationSection(Findings findings) {
    this.findings = findings;
  }

  Section section() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Shown(people()));
    blocks.add(new Shown(pairs()));
    for (DivisionFindings division : findings.divisions()) {
      List<Row> rows = groups(division);
      if (!rows.isEmpty()) {
        blocks.add(new Folded(groups(division, rows)));
      }
    }
    for (ElicitationFindings arm : findings.elicitations()) {
      blocks.add(new Folded(shares(arm)));
      blocks.add(new Folded(questions(arm)));
    }
    return new Section("elicitation", "Ways of asking", blocks);
  }

  private Table people() {
    List<Row> rows = new ArrayList<>();
    for (ElicitationFindings arm : findings.elicitations()) {
      arm.ways().forEach(way -> rows.add(row(arm.arm(), way)));
    }
    return new Table(
        "Ways of asking against people",
        COLUMNS,
        rows,
        List.of(
            "Token probabilities and stated shares: the mean of the personas' vectors, each divided"
                + " by its mass on options if that is 5 % at least. Every persona counts once in"
                + " every way.",
            "Off the options: mass on anything but an option; of drawn answers, the share of rows"
                + " without an option."));
  }

  private Row row(String name, Way way) {
    List<Cell> cells = new ArrayList<>();
    cells.add(new Cell(name, words(way.mode())));
    cells.add(Cell.of(Integer.toString(way.personas())));
    cells.add(Cell.of(Numbers.percent(way.offOptions())));
    means(cells, way.mean());
    return Row.of(cells);
  }

  private List<Row> groups(DivisionFindings division) {
    List<Row> rows = new ArrayList<>();
    for (DivisionFindings.GroupFindings group : division.groups()) {
      for (ElicitationFindings arm : group.findings().elicitations()) {
        String name = group.group().id() + ", " + arm.arm();
        arm.ways().forEach(way -> rows.add(row(name, way)));
      }
    }
    return rows;
  }

  private static Table groups(DivisionFindings division, List<Row> rows) {
    List<String> columns = new ArrayList<>(COLUMNS);
    columns.set(0, "Group, arm, way");
    return new Table(
        "Ways of asking by groups of " + division.division().id(),
        columns,
        rows,
        List.of("Every way holds the personas of the group only, against its people."));
  }

  private Table pairs() {
    List<Row> rows = new ArrayList<>();
    for (ElicitationFindings arm : findings.elicitations()) {
      for (PairMean pair : arm.pairs()) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(arm.arm(), words(pair.first()) + " and " + words(pair.second())));
        means(cells, pair.mean());
        rows.add(Row.of(cells));
      }
    }
    return new Table(
        "Agreement of the ways of asking",
        List.of("Arm, ways", "EMD raw", "EMD normalised", "TV"),
        rows,
        List.of("Mean over questions of the distance between two ways; 0 is full agreement."));
  }

  private void means(List<Cell> cells, MeanDistance mean) {
    for (Measure measure : Measure.values()) {
      MeanDistance.Mean value = mean.get(measure);
      boolean all = value.questions() == findings.study().items().size();
      cells.add(Cell.of(value.value(), all ? "" : "of " + value.questions() + " questions"));
    }
  }

  private static Table shares(ElicitationFindings arm) {
    List<Row> rows = new ArrayList<>();
    for (ElicitationAgreement question : arm.questions()) {
      for (Elicited way : question.ways()) {
        rows.add(
            Row.of(
                question.item().id() + ", " + words(way.mode()),
                Integer.toString(way.distribution().n()),
                Numbers.percent(way.offOptions()),
                shares(way.distribution())));
      }
    }
    return Table.of(
        "Shares by way of asking: " + arm.arm(),
        List.of("Question, way", "n", "Off the options", "Shares by code"),
        rows);
  }

  private static String shares(Distribution distribution) {
    List<String> shares = new ArrayList<>();
    for (int k = 0; k < distribution.shares().size(); k++) {
      String code = distribution.item().options().get(k).code();
      shares.add(code + ": " + Numbers.percent(distribution.share(k)));
    }
    return String.join(", ", shares);
  }

  private static Table questions(ElicitationFindings arm) {
    List<Row> rows = new ArrayList<>();
    for (ElicitationAgreement question : arm.questions()) {
      for (ElicitationAgreement.Pair pair : question.pairs()) {
        Distance distance = pair.distance();
        rows.add(
            Row.of(
                question.item().id(),
                words(pair.first()) + " and " + words(pair.second()),
                Numbers.three(distance.emd()),
                Numbers.three(distance.emdNormalised()),
                Numbers.three(distance.tv())));
      }
    }
    return Table.of(
        "Agreement by question: " + arm.arm(),
        List.of("Question", "Ways", "EMD raw", "EMD normalised", "TV"),
        rows);
  }

  private static String words(Mode mode) {
    return switch (mode) {
      case SAMPLED -> "drawn answers";
      case LOG_PROBABILITIES -> "token probabilities";
      case STATED -> "stated shares";
    };
  }
}
