package dev.voxpop.simulator.lexicon;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a data file of this module: cells between bars, comments after a hash at the start of
 * a line.
 */
public final class DataFile {
  private DataFile() {}

  /** All rows of a file, each with exactly the given number of cells, trimmed. */
  public static List<List<String>> rows(String name, int cells) {
    List<List<String>> rows = new ArrayList<>();
    int number = 0;
    for (String line : text(name).split("\n", -1)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        rows.add(row(line, cells, name + ":" + number));
      }
    }
    return List.copyOf(rows);
  }

  private static List<String> row(String line, int cells, String place) {
    List<String> row = new ArrayList<>();
    for (String cell : line.split("\\s*\\|\\s*", cells)) {
      row.add(cell.strip());
    }
    if (row.size() != cells) {
      throw new IllegalStateException(
          place
              + " has "
              + row.size()
              + " cells instead of "
              + cells
              + ".\nMaybe a bar is missing.");
    }
    return List.copyOf(row);
  }

  /** The items of a cell that holds a list between semicolons; an empty cell holds none. */
  public static List<String> list(String cell) {
    List<String> items = new ArrayList<>();
    for (String item : cell.split(";", -1)) {
      if (!item.isBlank()) {
        items.add(item.strip());
      }
    }
    return List.copyOf(items);
  }

  private static String text(String name) {
    try (InputStream in = DataFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "No data file " + name + ".\nMaybe the module was packed without its resources.");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
