package dev.voxpop.analysis.report;

import static dev.voxpop.tables.Column.number;
import static dev.voxpop.tables.Column.text;
import static dev.voxpop.tables.Column.whole;

import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.matched.PairDetail.TraitFactor;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.tables.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The pairs of all matchings: one row a matching and person, one group of columns a trait. */
final class PairExport {

  private static final List<Column> PERSON = List.of(text("matching"), text("respondent"));
  private static final List<Column> PAIR =
      List.of(
          text("status"),
          text("story"),
          number("weight"),
          number("log_weight"),
          whole("rank"),
          number("best_weight"),
          number("ratio"),
          whole("ties"),
          whole("reuse"));

  private PairExport() {}

  static ExportTable of(List<Pairing> pairings, Respondents people) {
    TreeSet<String> traits = new TreeSet<>();
    pairings.forEach(
        pairing ->
            pairing.pairs().forEach(pair -> pair.traits().forEach(t -> traits.add(t.trait()))));
    List<Column> columns = new ArrayList<>(PERSON);
    columns.addAll(people.columns());
    columns.addAll(PAIR);
    for (String trait : traits) {
      columns.add(number("factor_" + trait));
      columns.add(text("person_" + trait));
      columns.add(text("persona_" + trait));
    }
    ExportTable table = new ExportTable(columns);
    for (Pairing pairing : pairings) {
      for (PairDetail pair : pairing.pairs()) {
        table.add(row(pairing.matching(), pair, people, traits));
      }
    }
    return table;
  }

  private static @Nullable Object[] row(
      String matching, PairDetail pair, Respondents people, SortedSet<String> traits) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(matching);
    values.add(pair.respondent());
    people.append(values, pair.respondent());
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
