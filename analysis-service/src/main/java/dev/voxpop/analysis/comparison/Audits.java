package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.comparison.AuditFindings.LevelFindings;
import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.distribution.Distribution;
import dev.voxpop.analysis.distribution.RowWeights;
import dev.voxpop.analysis.distribution.Tally;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.Row;
import dev.voxpop.contracts.identity.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares of variance over all cells of an audit. The same personas answered in every cell, so that
 * they are the blocks of the analysis of variance: what personas differ in is no noise.
 */
final class Audits {

  private final Study study;
  private final PeopleFindings people;
  private final AuditInput audit;
  private final Panel all;
  private final List<AuditInput.Cell> cellOfRow;

  private Audits(Study study, PeopleFindings people, AuditInput audit) {
    this.study = study;
    this.people = people;
    this.audit = audit;
    List<Row> rows = new ArrayList<>();
    this.cellOfRow = new ArrayList<>();
    for (int cell = 0; cell < audit.cells().size(); cell++) {
      AuditInput.Cell own = audit.cells().get(cell);
      for (int row = 0; row < own.input().panel().size(); row++) {
        rows.add(row(cell, own.input().panel(), row));
        cellOfRow.add(own);
      }
    }
    this.all = Panel.of(study.items(), rows);
  }

  static AuditFindings of(Study study, PeopleFindings people, AuditInput audit) {
    return new Audits(study, people, audit).findings();
  }

  /** Rows keep their order: the numbers of cells are padded, and panels are sorted already. */
  private static Row row(int cell, Panel panel, int row) {
    int respondent = panel.respondents().of(row);
    @Nullable String person = respondent < 0 ? null : panel.respondents().names().get(respondent);
    return new Row(
        "%04d/%s".formatted(cell, panel.rowIds().get(row)),
        panel.subjects().names().get(panel.subjects().of(row)),
        panel.clusters().names().get(panel.clusters().of(row)),
        person,
        1,
        IntStream.range(0, panel.questions()).mapToObj(q -> panel.cell(row, q)).toList());
  }

  private AuditFindings findings() {
    List<List<LevelFindings>> levels = new ArrayList<>();
    for (int f = 0; f < audit.factors().size(); f++) {
      int factor = f;
      levels.add(
          IntStream.range(0, audit.factors().get(f).levels().size())
              .mapToObj(level -> level(factor, level))
              .toList());
    }
    return new AuditFindings(
        audit,
        IntStream.range(0, all.questions()).parallel().mapToObj(this::shares).toList(),
        audit.cells().stream().map(cell -> mean(cell.input().panel())).toList(),
        levels);
  }

  private List<FactorShare> shares(int question) {
    int[] valid = IntStream.range(0, all.size()).filter(r -> all.valid(r, question)).toArray();
    int[] options = IntStream.of(valid).map(row -> all.cell(row, question)).toArray();
    int[] personas = IntStream.of(valid).map(row -> all.subjects().of(row)).toArray();
    Seed seed = new Seed(study.settings().seed());
    List<FactorShare> shares = new ArrayList<>();
    for (int f = 0; f < audit.factors().size(); f++) {
      int factor = f;
      String id = audit.factors().get(f).id();
      int[] levels =
          IntStream.of(valid).map(row -> cellOfRow.get(row).levels().get(factor)).toArray();
      String path = "analysis/audit/%s/%s/%s".formatted(audit.arm(), id, all.item(question).id());
      shares.add(FactorShare.of(id, levels, options, personas, new Draws(seed.derive(path), 19)));
    }
    return shares;
  }

  private LevelFindings level(int factor, int level) {
    Panel own = all.where(row -> cellOfRow.get(row).levels().get(factor) == level);
    return new LevelFindings(own.size(), mean(own));
  }

  private MeanDistance mean(Panel panel) {
    List<Distribution> distributions = Tally.of(panel, RowWeights.equal(panel));
    return Distance.mean(
        IntStream.range(0, distributions.size())
            .mapToObj(
                q ->
                    Distance.between(
                        people.distributions().get(q),
                        distributions.get(q),
                        study.settings().nominal()))
            .toList());
  }
}
