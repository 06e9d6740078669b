package dev.voxpop.matching.files;

import dev.voxpop.matching.trait.TraitLabels;
import dev.voxpop.tables.Place;
import java.util.List;

/** The traits of a match on files and where their columns are. */
record TraitColumns(List<TraitLabels> traits) {

  /** The column that names rows. */
  static final String ID = "id";

  TraitColumns {
    traits = List.copyOf(traits);
  }

  TraitLabels labels(String trait) {
    return traits.get(number(trait));
  }

  int number(String trait) {
    for (int number = 0; number < traits.size(); number++) {
      if (traits.get(number).trait().equals(trait)) {
        return number;
      }
    }
    throw new IllegalArgumentException(
        "A condition names trait \"%s\".\nMaybe it is one of %s?"
            .formatted(trait, traits.stream().map(TraitLabels::trait).toList()));
  }

  /** Returns the place of a trait's first label among the labels of all traits. */
  int firstLabel(int number) {
    return traits.subList(0, number).stream().mapToInt(TraitLabels::size).sum();
  }

  /** Returns where a table has a column for each trait. */
  int[] placesOfTraits(List<String> columns) {
    return traits.stream().mapToInt(trait -> place(columns, trait.trait())).toArray();
  }

  /** Returns where a table has a column for each label of each trait. */
  int[] placesOfLabels(List<String> columns) {
    return traits.stream()
        .flatMap(trait -> trait.labels().stream().map(label -> trait.trait() + "=" + label))
        .mapToInt(columns::indexOf)
        .toArray();
  }

  static int place(List<String> columns, String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "The column \"%s\" is missing in %s.\nMaybe rename the column that names the rows?"
              .formatted(column, columns));
    }
    if (columns.lastIndexOf(column) != place) {
      throw new IllegalArgumentException(
          "The column \"%s\" occurs twice.\nMaybe delete one of them?".formatted(column));
    }
    return place;
  }

  /** Returns the name of a row. */
  static String name(Place at, String cell) {
    String name = cell.trim();
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: the id is empty.\nMaybe the row was shifted?".formatted(at));
    }
    return name;
  }

  static void requireRows(int rows) {
    if (rows == 0) {
      throw new IllegalArgumentException(
          "There is no row below the header.\nMaybe the file was not written completely?");
    }
  }
}
