package dev.voxpop.tables;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a header row in comma, semicolon or tab separated form, read once from front to
 * back.
 *
 * <p>The separator is the one that occurs most often in the header. A byte-order mark is skipped.
 */
public final class CsvTable implements FlatTable {

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
  private static final int LONGEST_HEADER = 1 << 20;

  private final CSVReader reader;
  private final List<String> header;

  private CsvTable(CSVReader reader, List<String> header) {
    this.reader = reader;
    this.header = header;
  }

  /** Returns the table behind a reader, or refuses one without header. */
  public static CsvTable of(Reader source) throws IOException {
    var buffered = new BufferedReader(source, LONGEST_HEADER);
    char separator = separator(buffered);
    var reader =
        new CSVReaderBuilder(buffered)
            .withCSVParser(new RFC4180ParserBuilder().withSeparator(separator).build())
            .build();
    List<String> header = next(reader);
    if (header == null) {
      throw new IllegalArgumentException(
          "Line 1: the table is empty.\nMaybe the file was not written completely?");
    }
    return new CsvTable(reader, header.stream().map(String::trim).toList());
  }

  @Override
  public List<String> columns() {
    return header;
  }

  /** Hands over every row with the number of its last line; a blank line is no row. */
  @Override
  public void forEach(RowVisitor visitor) throws IOException {
    for (List<String> cells = next(reader); cells != null; cells = next(reader)) {
      if (cells.size() == 1 && cells.getFirst().isBlank() && header.size() > 1) {
        continue;
      }
      if (cells.size() != header.size()) {
        throw new IllegalArgumentException(
            "Line %d: %d cells instead of %d.\nMaybe a text with a separator lacks its quotes?"
                .formatted(reader.getLinesRead(), cells.size(), header.size()));
      }
      visitor.row(Place.line(reader.getLinesRead()), cells);
    }
  }

  private static @Nullable List<String> next(CSVReader reader) throws IOException {
    try {
      String[] cells = reader.readNext();
      return cells == null ? null : List.of(cells);
    } catch (CsvValidationException | IOException e) {
      throw new IllegalArgumentException(
          "Line %d: %s.\nMaybe a quote is not closed?"
              .formatted(reader.getLinesRead(), e.getMessage()),
          e);
    }
  }

  private static char separator(BufferedReader reader) throws IOException {
    reader.mark(LONGEST_HEADER);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    reader.mark(LONGEST_HEADER);
    String line = reader.readLine();
    reader.reset();
    char best = SEPARATORS.getFirst();
    for (char separator : SEPARATORS) {
      if (line != null && count(line, separator) > count(line, best)) {
        best = separator;
      }
    }
    return best;
  }

  private static long count(String line, char separator) {
    return line.chars().filter(c -> c == separator).count();
  }
}
