package dev.voxpop.analysis.report;

import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.matched.PairDetail.TraitFactor;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pairs of all matchings: one row a matching and person, one group of columns a trait. */
final class PairExport {

  private static final List<String> COLUMNS =
      List.of(
          "matching",
          "respondent",
          "human_weight",
          "status",
          "story",
          "weight",
          "log_weight",
          "rank",
          "best_weight",
          "ratio",
          "ties",
          "reuse");

  private PairExport() {}

  static Csv of(List<Pairing> pairings, Panel people) {
    TreeSet<String> traits = new TreeSet<>();
    pairings.forEach(
        pairing ->
            pairing.pairs().forEach(pair -> pair.traits().forEach(t -> traits.add(t.trait()))));
    List<String> columns = new ArrayList<>(COLUMNS);
    for (String trait : traits) {
      columns.addAll(List.of("factor_" + trait, "person_" + trait, "persona_" + trait));
    }
    Map<String, Double> weights = new HashMap<>();
    for (int row = 0; row < people.rowIds().size(); row++) {
      weights.put(people.rowIds().get(row), people.weight(row));
    }
    Csv csv = new Csv(columns.toArray(String[]::new));
    for (Pairing pairing : pairings) {
      for (PairDetail pair : pairing.pairs()) {
        csv.add(row(pairing.matching(), pair, weights.get(pair.respondent()), traits));
      }
    }
    return csv;
  }

  private static @Nullable Object[] row(
      String matching, PairDetail pair, @Nullable Double humanWeight, SortedSet<String> traits) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(matching);
    values.add(pair.respondent());
    values.add(humanWeight);
    values.add(pair.status());
    values.add(pair.story());
    values.addAll(List.of(pair.weight(), pair.logWeight(), pair.rank(), pair.bestWeight()));
    values.addAll(List.of(pair.ratio(), pair.ties(), pair.reuse()));
    Map<String, TraitFactor> factors = new HashMap<>();
    pair.traits().forEach(factor -> factors.put(factor.trait(), factor));
    for (String trait : traits) {
      TraitFactor factor = factors.get(trait);
      values.add(factor == null ? null : factor.factor());
      values.add(factor == null ? null : factor.respondentLabel());
      values.add(factor == null ? null : factor.storyLabel());
    }
    return values.toArray();
  }
}
