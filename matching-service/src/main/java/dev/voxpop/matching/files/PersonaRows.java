package dev.voxpop.matching.files;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.trait.LabelMass;
import dev.voxpop.matching.trait.TraitFilter;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.Place;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** The personas of a table: one column of counts or probabilities per label, empty is nothing. */
final class PersonaRows {

  private final TraitColumns traits;
  private final TraitFilter filter;
  private final double smoothing;
  private int excluded;

  PersonaRows(TraitColumns traits, TraitFilter filter, double smoothing) {
    this.traits = traits;
    this.filter = filter;
    this.smoothing = smoothing;
  }

  /** Returns how many personas the filter kept out. */
  int excluded() {
    return excluded;
  }

  Personas read(FlatTable table) throws IOException {
    List<String> columns = table.columns();
    int id = TraitColumns.place(columns, TraitColumns.ID);
    int[] places = traits.placesOfLabels(columns);
    var builder = Personas.builder(traits.traits(), smoothing);
    int[] rows = new int[1];
    table.forEach(
        (at, cells) -> {
          rows[0]++;
          double[] masses = new double[places.length];
          for (int i = 0; i < places.length; i++) {
            masses[i] = mass(at, columns.get(places[i]), cells.get(places[i]).trim());
          }
          String name = TraitColumns.name(at, cells.get(id));
          if (filter.passesMass(traits::labels, trait -> masses(masses, trait))) {
            builder.add(name, masses);
          } else {
            excluded++;
          }
        });
    TraitColumns.requireRows(rows[0]);
    return builder.build();
  }

  private LabelMass masses(double[] masses, String trait) {
    int number = traits.number(trait);
    int from = traits.firstLabel(number);
    double[] part = Arrays.copyOfRange(masses, from, from + traits.traits().get(number).size());
    return new LabelMass(Arrays.stream(part).boxed().toList(), 0);
  }

  /** Returns a number of at least 0; an empty cell is 0. */
  static double mass(Place at, String column, String cell) {
    try {
      double mass = cell.isEmpty() ? 0 : Double.parseDouble(cell);
      if (mass >= 0 && mass < Double.POSITIVE_INFINITY) {
        return mass;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s: column \"%s\" has \"%s\", which is no number.\nMaybe write 0 for nothing?"
              .formatted(at, column, cell),
          e);
    }
    throw new IllegalArgumentException(
        "%s: column \"%s\" has %s, which is no count or probability.\nMaybe it should be 0?"
            .formatted(at, column, cell));
  }
}
