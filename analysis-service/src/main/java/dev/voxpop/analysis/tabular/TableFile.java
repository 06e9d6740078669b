package dev.voxpop.analysis.tabular;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
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

  /** Reads a file that has at least one row. */
  static TableFile read(Path path) throws IOException {
    String name = String.valueOf(path.getFileName());
    if (Files.isDirectory(path)) {
      throw new IllegalArgumentException(path + " is a folder.\nMaybe name a file in it.");
    }
    try (BufferedReader source = Files.newBufferedReader(path);
        CSVReader reader = reader(source)) {
      TableFile table = table(name, reader);
      if (table.lines.isEmpty()) {
        throw new IllegalArgumentException(
            name + " has no rows.\nMaybe only its first line was saved.");
      }
      return table;
    } catch (CsvException e) {
      throw new IllegalArgumentException(
          name + ": " + e.getMessage() + ".\nMaybe a quote is not closed.", e);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "There is no file " + path + ".\nMaybe the path is relative to another folder.", e);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          name + " is not UTF-8.\nMaybe save it again as \"CSV UTF-8\".", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s cannot be read: %s.%nMaybe a quote is not closed, or the file may not be read."
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private static TableFile table(String name, CSVReader reader) throws IOException, CsvException {
    String[] header = reader.readNext();
    if (header == null) {
      throw new IllegalArgumentException(name + " is empty.\nMaybe it is the wrong file.");
    }
    List<String> columns = List.of(header).stream().map(String::strip).toList();
    requireDistinct(name, columns);
    List<Line> lines = new ArrayList<>();
    for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
      if (cells.length == 1 && cells[0].isBlank() && columns.size() > 1) {
        continue;
      }
      lines.add(line(name, reader.getLinesRead(), columns.size(), List.of(cells)));
    }
    return new TableFile(name, columns, lines);
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
