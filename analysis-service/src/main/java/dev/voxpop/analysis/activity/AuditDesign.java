package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.audit.BalancedDesign;
import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.VariedFactor;
import dev.voxpop.contracts.identity.Seed;
import java.util.List;
import java.util.stream.IntStream;

/** The design of a document's audit. */
final class AuditDesign {

  private AuditDesign() {}

  /** By cell, the level of each factor; empty where there is no audit or it cannot be designed. */
  static List<List<Integer>> of(ExperimentDocument document) {
    AuditChoice audit = document.audit();
    return audit == null ? List.of() : of(audit, document.seed());
  }

  static List<List<Integer>> of(AuditChoice audit, long seed) {
    if (!sound(audit)) {
      return List.of();
    }
    List<Factor> factors = factors(audit.factors());
    BalancedDesign design =
        BalancedDesign.ofCells(factors, cells(audit), new Seed(seed).derive("audit/design"));
    return IntStream.range(0, design.personas())
        .mapToObj(
            cell ->
                IntStream.range(0, factors.size())
                    .mapToObj(factor -> design.level(cell, factor))
                    .toList())
        .toList();
  }

  static List<Factor> factors(List<VariedFactor> factors) {
    return factors.stream()
        .map(varied -> new Factor(varied.factor().wireName(), varied.levels()))
        .toList();
  }

  /** What is wrong with an audit is said where the document is read. */
  private static boolean sound(AuditChoice audit) {
    boolean varied =
        audit.factors().stream()
            .allMatch(
                f ->
                    f.levels().size() >= 2
                        && f.levels().stream().distinct().count() == f.levels().size());
    return !audit.factors().isEmpty()
        && varied
        && cells(audit) >= 2
        && cells(audit) <= audit.combinations();
  }

  private static int cells(AuditChoice audit) {
    Integer cells = audit.cells();
    return cells == null ? (int) Math.min(audit.combinations(), AuditChoice.USUAL_CELLS) : cells;
  }
}
