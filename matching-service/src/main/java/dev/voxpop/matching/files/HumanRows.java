package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitFilter;
import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The people of a table: one column of labels per trait, an empty cell is missing. */
final class HumanRows {

  private final TraitColumns traits;
  private final TraitFilter filter;
  private final List<String> excluded = new ArrayList<>();

  HumanRows(TraitColumns traits, TraitFilter filter) {
    this.traits = traits;
    this.filter = filter;
  }

  /** Returns the ids of people whom the filter kept out. */
  List<String> excluded() {
    return List.copyOf(excluded);
  }

  Humans read(FlatTable table) throws IOException {
    int id = TraitColumns.place(table.columns(), TraitColumns.ID);
    int[] places = traits.placesOfTraits(table.columns());
    var builder = Humans.builder(traits.traits());
    int[] rows = new int[1];
    table.forEach(
        (at, cells) -> {
          rows[0]++;
          int[] labels = new int[places.length];
          for (int trait = 0; trait < places.length; trait++) {
            labels[trait] = label(at, traits.traits().get(trait), cells.get(places[trait]).trim());
          }
          String name = TraitColumns.name(at, cells.get(id));
          if (filter.passes(traits::labels, trait -> labelNumber(labels, trait))) {
            builder.add(name, labels);
          } else {
            excluded.add(name);
          }
        });
    TraitColumns.requireRows(rows[0]);
    return builder.build();
  }

  private int labelNumber(int[] labels, String trait) {
    int label = labels[traits.number(trait)];
    return label == Humans.MISSING ? LabelMap.NO_LABEL : label;
  }

  private static int label(Place at, TraitLabels trait, String cell) {
    if (cell.isEmpty()) {
      return Humans.MISSING;
    }
    try {
      return trait.indexOf(cell);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s, column \"%s\": %s".formatted(at, trait.trait(), e.getMessage()), e);
    }
  }
}
