package dev.voxpop.analysis.report;

import dev.voxpop.analysis.audit.Factor;
import dev.voxpop.analysis.audit.FactorShare;
import dev.voxpop.analysis.comparison.ArmInput;
import dev.voxpop.analysis.comparison.AuditFindings;
import dev.voxpop.analysis.comparison.AuditFindings.LevelFindings;
import dev.voxpop.analysis.comparison.AuditInput;
import dev.voxpop.analysis.panel.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The numbers of an audit in full precision. */
final class AuditJson {

  private AuditJson() {}

  static Map<String, @Nullable Object> of(List<Item> items, AuditFindings audit) {
    List<Object> factors = new ArrayList<>();
    for (int f = 0; f < audit.levels().size(); f++) {
      factors.add(factor(audit.input().factors().get(f), audit.levels().get(f)));
    }
    List<Object> cells = new ArrayList<>();
    for (int cell = 0; cell < audit.cells().size(); cell++) {
      AuditInput.Cell own = audit.input().cells().get(cell);
      cells.add(
          Json.object(
              "id", own.input().id(),
              "levels", names(audit.input(), own),
              "rows", own.input().panel().size(),
              "states", own.input().compliance().map(c -> c.total().states()).orElse(null),
              "mean", NumberJson.mean(audit.cells().get(cell))));
    }
    return Json.object(
        "arm",
        audit.input().arm(),
        "factors",
        factors,
        "cells",
        cells,
        "questions",
        questions(items, audit.shares()));
  }

  /** The shares of every question's factors. */
  static List<Object> questions(List<Item> items, List<List<FactorShare>> shares) {
    List<Object> questions = new ArrayList<>();
    for (int q = 0; q < items.size(); q++) {
      Map<String, @Nullable Object> object = FurtherJson.audit(shares.get(q));
      object.put("id", items.get(q).id());
      questions.add(object);
    }
    return questions;
  }

  /** What is varied, with its levels. */
  static List<Object> factors(List<Factor> factors) {
    return factors.stream()
        .<Object>map(factor -> Json.object("id", factor.id(), "levels", factor.levels()))
        .toList();
  }

  /** What an audit was made of. */
  static Map<String, @Nullable Object> of(
      AuditInput audit, Function<ArmInput, Map<String, @Nullable Object>> arm) {
    return Json.object(
        "arm", audit.arm(),
        "factors", factors(audit.factors()),
        "cells",
            audit.cells().stream()
                .map(cell -> Json.object("levels", cell.levels(), "input", arm.apply(cell.input())))
                .toList());
  }

  private static Map<String, @Nullable Object> factor(Factor factor, List<LevelFindings> found) {
    List<Object> levels = new ArrayList<>();
    for (int level = 0; level < found.size(); level++) {
      levels.add(
          Json.object(
              "level", factor.levels().get(level),
              "rows", found.get(level).rows(),
              "mean", NumberJson.mean(found.get(level).mean())));
    }
    return Json.object("id", factor.id(), "levels", levels);
  }

  /** The words of a cell's levels, in the order of the factors. */
  static List<String> names(AuditInput audit, AuditInput.Cell cell) {
    List<String> names = new ArrayList<>();
    for (int f = 0; f < cell.levels().size(); f++) {
      names.add(audit.factors().get(f).levels().get(cell.levels().get(f)));
    }
    return names;
  }
}
