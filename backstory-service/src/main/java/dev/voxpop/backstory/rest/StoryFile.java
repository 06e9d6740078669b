package dev.voxpop.backstory.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import dev.voxpop.backstory.importing.ImportedText;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file of stories: a JSON list, JSON lines, or CSV with a header; its first character decides
 * which. UTF-8, with or without byte-order mark.
 */
final class StoryFile {

  private static final int MOST_PROBLEMS = 20;
  private static final int LONGEST_TEXT = 1 << 20;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
  private static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private final List<ImportedText> rows = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private int bad;
  private boolean complete = true;

  private StoryFile() {}

  /**
   * What was read.
   *
   * @param bad rows that cannot be used
   * @param problems what is wrong with the first of them
   * @param complete whether the file could be read to its end
   */
  record Reading(List<ImportedText> rows, int bad, List<String> problems, boolean complete) {

    Reading {
      rows = List.copyOf(rows);
      problems = List.copyOf(problems);
    }
  }

  static Reading read(byte[] bytes) {
    StoryFile file = new StoryFile();
    try {
      file.text(decoded(bytes));
    } catch (CharacterCodingException e) {
      file.broken("The file is not UTF-8.");
    } catch (IOException | CsvValidationException e) {
      file.broken(firstLine(String.valueOf(e.getMessage())));
    }
    if (file.complete && file.rows.isEmpty() && file.bad == 0) {
      file.broken("The file holds no story.");
    }
    return new Reading(file.rows, file.bad, file.problems, file.complete);
  }

  private static String decoded(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private void text(String text) throws IOException, CsvValidationException {
    String start = text.stripLeading();
    if (start.startsWith("[")) {
      list(text);
    } else if (start.startsWith("{") || (start.startsWith("\"") && isJsonLine(start))) {
      lines(text);
    } else {
      table(text);
    }
  }

  /** A CSV header may be quoted too, but then a comma or a column name follows. */
  private static boolean isJsonLine(String start) {
    try {
      return MAPPER.readTree(start.lines().findFirst().orElse("")).isTextual()
          && !start.startsWith("\"text\"");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private void list(String text) throws IOException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      parser.nextToken();
      for (int element = 1; parser.nextToken() != JsonToken.END_ARRAY; element++) {
        if (parser.currentToken() == null) {
          throw new IOException("The list does not end.");
        }
        node("element " + element, element, parser.readValueAsTree());
      }
      if (parser.nextToken() != null) {
        throw new IOException("Something follows the list.");
      }
    }
  }

  private void lines(String text) {
    int line = 0;
    for (String row : text.split("\n", -1)) {
      line++;
      if (!row.isBlank()) {
        line(line, row);
      }
    }
  }

  private void line(int line, String row) {
    try {
      node("line " + line, line, MAPPER.readTree(row));
    } catch (JsonProcessingException e) {
      problem("line " + line + ": " + firstLine(e.getOriginalMessage()));
    }
  }

  private void node(String where, int place, JsonNode node) {
    if (node.isTextual()) {
      add(where, ImportedText.of(place, node.textValue()));
    } else if (node.path("text").isTextual()) {
      JsonNode id = node.path("id");
      String named = id.isTextual() || id.isIntegralNumber() ? id.asText() : null;
      add(where, new ImportedText(place, node.path("text").textValue(), named, null, null, null));
    } else {
      problem(where + ": neither a text nor an object with a text");
    }
  }

  private void table(String text) throws IOException, CsvValidationException {
    try (CSVReader reader =
        new CSVReaderBuilder(new StringReader(text))
            .withCSVParser(new RFC4180Parser())
            .withKeepCarriageReturn(true)
            .build()) {
      String[] header = reader.readNext();
      Columns columns = Columns.of(header);
      if (columns.text() < 0) {
        throw new IOException("line 1: a table needs a column \"text\"");
      }
      for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
        row("line " + reader.getLinesRead(), (int) reader.getLinesRead(), columns, row);
      }
    }
  }

  private void row(String where, int place, Columns columns, String[] row) {
    if (row.length == 1 && row[0].isBlank()) {
      return;
    }
    if (row.length <= columns.text()) {
      problem(where + ": the row has no text");
      return;
    }
    String counted = columns.cell(row, columns.tokens());
    if (counted == null || COUNT.matcher(counted).matches()) {
      add(where, columns.text(place, row));
    } else {
      problem(where + ": tokens is no whole number");
    }
  }

  private void add(String where, ImportedText row) {
    String id = row.id();
    if (row.text().isBlank()) {
      problem(where + ": the text is empty");
    } else if (row.text().length() > LONGEST_TEXT || row.text().indexOf('\0') >= 0) {
      problem(where + ": the text is longer than a mebibyte or holds NUL");
    } else if (id != null && !ID.matcher(id).matches()) {
      problem(where + ": an id has up to 64 letters, digits, dots, hyphens and underscores");
    } else {
      rows.add(row);
    }
  }

  private void problem(String what) {
    bad++;
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(what);
    }
  }

  private void broken(String what) {
    complete = false;
    problem(what);
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("unreadable");
  }
}
