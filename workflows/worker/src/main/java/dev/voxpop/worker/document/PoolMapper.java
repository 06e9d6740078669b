package dev.voxpop.worker.document;

import static dev.voxpop.worker.document.Fields.Flag.OFF;
import static dev.voxpop.worker.document.Fields.Flag.ON;

import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.MatchingMethod;
import dev.voxpop.contracts.experiment.Objective;
import dev.voxpop.contracts.experiment.OnUndetermined;
import dev.voxpop.contracts.experiment.OnZero;
import dev.voxpop.contracts.experiment.PoolChoice;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.TextStyle;
import dev.voxpop.contracts.experiment.TieBreak;

/** Reads pools and matchings. */
final class PoolMapper {

  private PoolMapper() {}

  static PoolChoice pool(Fields pool) {
    Fields prime = pool.at("prime");
    Fields imported = pool.at("import");
    Fields select = pool.at("select");
    return new PoolChoice(
        pool.has("generate") ? generate(pool.at("generate")) : null,
        prime.isPresent()
            ? new PoolChoice.Prime(prime.choice("style", TextStyle.BIO), prime.texts("traits"))
            : null,
        imported.isPresent()
            ? new PoolChoice.Import(imported.text("pool", ""), imported.integer("minTokens", 40))
            : null,
        select.isPresent()
            ? new PoolChoice.Selection(select.integer("first"), select.integer("sample"))
            : null);
  }

  static PoolChoice.Generate generate(Fields generate) {
    return new PoolChoice.Generate(
        generate.integer("stories"),
        generate.integer("candidates", 8),
        generate.integer("rounds", 10),
        gates(generate.at("gates")),
        generate.orElse("preamble", ON).on(),
        generate.orElse("keepPreamble", OFF).on(),
        generate.integer("maxTokens", 1500));
  }

  static MatchingChoice matching(Fields matching) {
    return new MatchingChoice(
        matching.text("pool", ""),
        matching.choice("method", MatchingMethod.GREEDY),
        matching.texts("traits"),
        DocumentMapper.conditions(matching, "include"),
        DocumentMapper.conditions(matching, "exclude"),
        matching.integer("reuseCap"),
        matching.integer("capacity"),
        matching.orElse("allowUnmatched", OFF).on(),
        matching.choice("onZero", OnZero.LIST),
        matching.choice("onUndetermined", OnUndetermined.UNIFORM),
        matching.number("smoothing", 0),
        matching.choice("tieBreak", TieBreak.SEEDED),
        matching.choice("objective", Objective.SUM),
        matching.choice("straddling", Straddling.SPLIT));
  }

  private static PoolChoice.Gates gates(Fields gates) {
    return new PoolChoice.Gates(
        gates.integer("minWords", PoolChoice.Gates.DEFAULT.minWords()),
        gates.orElse("keyword", ON).on(),
        gates.orElse("complete", OFF).on(),
        gates.orElse("duplicate", ON).on(),
        gates.orElse("judge", ON).on());
  }
}
