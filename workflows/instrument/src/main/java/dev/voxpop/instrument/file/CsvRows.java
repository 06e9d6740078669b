package dev.voxpop.instrument.file;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The rows of a CSV file with a header. */
final class CsvRows {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private CsvRows() {}

  /** The rows below the header; a header that lacks a column is noted. */
  static List<Row> read(SourceFile source, List<String> columns, Problems problems) {
    String text = new String(source.bytes(), StandardCharsets.UTF_8);
    List<Row> rows = new ArrayList<>();
    try (CSVReader csv = reader(text)) {
      List<String> header = null;
      for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
        Position at = new Position(source.name(), (int) csv.getLinesRead(), 1);
        List<String> values = Arrays.asList(cells);
        if (header == null) {
          header = header(values, columns, at, problems);
        } else {
          row(header, values, at, problems).ifPresent(rows::add);
        }
      }
    } catch (CsvException | IOException e) {
      problems.error(
          new Position(source.name(), 1, 1), "", e.getMessage() + "\nMaybe a quote is not closed.");
    }
    return rows;
  }

  private static CSVReader reader(String text) {
    String content = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    return new CSVReaderBuilder(new StringReader(content))
        .withCSVParser(new RFC4180ParserBuilder().build())
        .build();
  }

  private static List<String> header(
      List<String> cells, List<String> columns, Position at, Problems problems) {
    List<String> header =
        cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : columns) {
      if (!header.contains(column)) {
        problems.error(
            at,
            "",
            "The column %s is missing.\n%s".formatted(column, Similar.maybe(column, header)));
      }
    }
    return header;
  }

  private static Optional<Row> row(
      List<String> header, List<String> values, Position at, Problems problems) {
    if (values.size() == 1 && values.getFirst().isBlank()) {
      return Optional.empty();
    }
    if (values.size() != header.size()) {
      problems.error(
          at,
          "",
          "The row has %d cells, the header %d.\nMaybe a comma or quote is missing."
              .formatted(values.size(), header.size()));
      return Optional.empty();
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      cells.put(header.get(i), values.get(i));
    }
    return Optional.of(new Row(cells, at));
  }

  /** A row's cells by column. */
  record Row(Map<String, String> cells, Position at) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }
}
