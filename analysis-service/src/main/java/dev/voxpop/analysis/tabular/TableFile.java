package dev.voxpop.analysis.tabular;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file in memory: names of columns and rows of texts.
 *
 * <p>The separator is the comma, semicolon or tab that is most frequent in the first line; a
 * byte-order mark is skipped.
 *
 * @param name for messages
 */
record TableFile(String name, List<String> columns, List<Line> lines) {

  TableFile {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** One row and where it ends in the file. */
  record Line(long number, List<String> cells) {}

  /** Reads a file. */
  static TableFile read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    try (BufferedReader source = Files.newBufferedReader(path);
        CSVReader reader = reader(source)) {
      String[] header = reader.readNext();
      if (header == null) {
        throw new IllegalArgumentException(name + " is empty.\nMaybe it is the wrong file.");
      }
      List<String> columns = List.of(header).stream().map(String::strip).toList();
      List<Line> lines = new ArrayList<>();
      for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
        if (cells.length == 1 && cells[0].isBlank() && columns.size() > 1) {
          continue;
        }
        lines.add(line(name, reader.getLinesRead(), columns.size(), List.of(cells)));
      }
      return new TableFile(name, columns, lines);
    } catch (CsvValidationException e) {
      throw new IllegalArgumentException(
          name + ": " + e.getMessage() + ".\nMaybe a quote is not closed.", e);
    }
  }

  /** Place of a column. */
  int column(String column) {
    int place = columns.indexOf(column);
    if (place < 0) {
      throw new IllegalArgumentException(
          "%s has no column '%s'; it has %s.%nMaybe the name is spelled otherwise."
              .formatted(name, column, columns));
    }
    return place;
  }

  /** Place of a column, or −1 when none is asked for. */
  int optionalColumn(@Nullable String column) {
    return column == null ? -1 : column(column);
  }

  private static Line line(String name, long number, int width, List<String> cells) {
    if (cells.size() != width) {
      throw new IllegalArgumentException(
          "%s, line %d: %d cells instead of %d.%nMaybe a text with a separator lacks its quotes."
              .formatted(name, number, cells.size(), width));
    }
    return new Line(number, cells);
  }

  private static CSVReader reader(BufferedReader source) throws IOException {
    source.mark(1);
    if (source.read() != '\uFEFF') {
      source.reset();
    }
    source.mark(1 << 20);
    String first = source.readLine();
    source.reset();
    return new CSVReaderBuilder(source)
        .withCSVParser(new RFC4180ParserBuilder().withSeparator(separator(first)).build())
        .build();
  }

  private static char separator(@Nullable String line) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = line == null ? 0 : line.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }
}
