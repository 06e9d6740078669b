package dev.voxpop.matching.files;

import dev.voxpop.matching.population.TraitMargin;
import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The margins of a population in a table: {@code trait}, {@code label}, {@code share}, and
 * optionally {@code into}, the label that this one is counted with.
 */
final class MarginTable {

  private final Map<String, Map<String, Double>> shares = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> into = new LinkedHashMap<>();

  private MarginTable() {}

  static MarginTable read(FlatTable table) throws IOException {
    var margins = new MarginTable();
    List<String> columns = table.columns();
    int trait = TraitColumns.place(columns, "trait");
    int label = TraitColumns.place(columns, "label");
    int share = TraitColumns.place(columns, "share");
    int target = columns.indexOf("into");
    table.forEach(
        (at, cells) -> {
          String name = cells.get(trait).trim();
          String value = cells.get(label).trim();
          margins.add(at, name, value, PersonaRows.mass(at, "share", cells.get(share).trim()));
          if (target >= 0 && !cells.get(target).isBlank()) {
            margins
                .into
                .computeIfAbsent(name, key -> new LinkedHashMap<>())
                .put(value, cells.get(target).trim());
          }
        });
    TraitColumns.requireRows(margins.shares.size());
    return margins;
  }

  private void add(Place at, String trait, String label, double share) {
    Double before =
        shares.computeIfAbsent(trait, key -> new LinkedHashMap<>()).putIfAbsent(label, share);
    if (before != null) {
      throw new IllegalArgumentException(
          "%s: label \"%s\" of trait \"%s\" occurs twice.\nMaybe delete one of them?"
              .formatted(at, label, trait));
    }
  }

  /** The traits that have a margin. */
  List<String> traits() {
    return List.copyOf(shares.keySet());
  }

  /** By trait, the labels that are counted with others. */
  Map<String, Map<String, String>> into() {
    return into;
  }

  /** Returns the margin of each trait, after labels were joined. */
  List<TraitMargin> margins(List<TraitLabels> traits) {
    return traits.stream().filter(t -> shares.containsKey(t.trait())).map(this::margin).toList();
  }

  private TraitMargin margin(TraitLabels trait) {
    Map<String, String> rules = into.getOrDefault(trait.trait(), Map.of());
    double[] sums = new double[trait.size()];
    shares
        .getOrDefault(trait.trait(), Map.of())
        .forEach((label, share) -> sums[trait.indexOf(rules.getOrDefault(label, label))] += share);
    List<Double> list = new ArrayList<>();
    for (double sum : sums) {
      list.add(sum);
    }
    return TraitMargin.of(trait, list);
  }
}
