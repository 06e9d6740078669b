package dev.voxpop.analysis.tabular;

import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.Place;
import dev.voxpop.tables.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.jspecify.annotations.Nullable;

/**
 * A table in memory: names of columns and rows of texts.
 *
 * @param name of the file, for messages
 */
record Sheet(String name, List<String> columns, List<Line> lines) {

  Sheet {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** One row and where it is in the file. */
  record Line(Place place, List<String> cells) {}

  /** Reads a CSV, Parquet or SPSS file that has at least one row. */
  static Sheet read(Path path) throws IOException {
    Sheet sheet = TableFile.read(path, table -> of(String.valueOf(path.getFileName()), table));
    requireDistinct(sheet.name, sheet.columns);
    if (sheet.lines.isEmpty()) {
      throw new IllegalArgumentException(
          sheet.name + " has no rows.\nMaybe only its first line was saved.");
    }
    return sheet;
  }

  private static Sheet of(String name, FlatTable table) throws IOException {
    List<Line> lines = new ArrayList<>();
    table.forEach((place, cells) -> lines.add(new Line(place, cells)));
    return new Sheet(name, table.columns(), lines);
  }

  /** Where a row is, for messages. */
  String at(Line line) {
    return name + ", " + line.place.toString().toLowerCase(Locale.ROOT);
  }

  /** Name of a row by its number; padded, so that order of id is order of file. */
  static String id(int row) {
    return "row-%09d".formatted(row + 1);
  }

  /** A text that must not be empty. */
  String named(Line line, int column) {
    String text = line.cells().get(column).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "%s: column '%s' is empty.%nMaybe leave the row out."
              .formatted(at(line), columns.get(column)));
    }
    return text;
  }

  /** A number from 0 on. */
  double weight(Line line, int column) {
    String text = line.cells().get(column);
    try {
      double weight = Double.parseDouble(text.strip());
      if (weight >= 0 && Double.isFinite(weight)) {
        return weight;
      }
    } catch (NumberFormatException e) {
      // Falls through to the refusal, which names the text.
    }
    throw new IllegalArgumentException(
        "%s: the weight '%s' is no number from 0 on.%nMaybe the row lacks a weight."
            .formatted(at(line), text));
  }

  /** Place of a column. */
  int column(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s has no column '%s'; it has %s.%n%s"
              .formatted(name, column, columns, maybe(column, columns)));
    }
    return place;
  }

  /** Place of a column, or −1 when none is asked for. */
  int optionalColumn(@Nullable String column) {
    return column == null ? -1 : column(column);
  }

  /** Whether there is a column of this name. */
  boolean has(String column) {
    return columns.contains(column);
  }

  /** A line of advice: the nearest known name, if one is near. */
  static String maybe(String word, Collection<String> known) {
    int near = Math.max(2, word.length() / 3);
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return known.stream()
        .filter(name -> distance.apply(word, name) <= near)
        .min(Comparator.comparingInt(name -> distance.apply(word, name)))
        .map(name -> "Maybe you meant '" + name + "'.")
        .orElse("Maybe the name is spelled otherwise.");
  }

  private static void requireDistinct(String name, List<String> columns) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new IllegalArgumentException(
            "%s has two columns '%s'.%nMaybe rename one of them.".formatted(name, column));
      }
    }
  }
}
