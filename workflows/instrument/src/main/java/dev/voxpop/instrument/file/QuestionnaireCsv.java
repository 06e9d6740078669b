package dev.voxpop.instrument.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.CSVWriter;
import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvException;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A questionnaire as CSV, one row per option: question id, question text, option code, option text,
 * kind, topic.
 *
 * <p>Refusals, aliases, orders and conditions have no column: an export leaves them out, an import
 * makes a wave file to which they can be added.
 */
public final class QuestionnaireCsv {
  private static final List<String> COLUMNS =
      List.of("question id", "question text", "option code", "option text", "kind", "topic");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private QuestionnaireCsv() {}

  /** The questions of a wave as CSV with a header. */
  public static String write(Wave wave) {
    StringWriter text = new StringWriter();
    try (ICSVWriter csv =
        new CSVWriterBuilder(text)
            .withParser(new RFC4180ParserBuilder().build())
            .withLineEnd(CSVWriter.RFC4180_LINE_END)
            .build()) {
      csv.writeNext(COLUMNS.toArray(new String[0]), false);
      for (Question question : wave.questions()) {
        for (Option option : question.scale().options()) {
          csv.writeNext(row(question, option), false);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * A wave file with the questions of a CSV file.
   *
   * @param key column of the human data that is unique per respondent
   */
  public static Reading<SourceFile> read(SourceFile csv, String id, String title, String key) {
    Problems problems = new Problems();
    Map<String, Map<String, Object>> questions = new LinkedHashMap<>();
    for (Row row : rows(csv, problems)) {
      add(row, questions, problems);
    }
    if (questions.isEmpty() && !problems.refuse()) {
      problems.error(
          new Position(csv.name(), 1, 1), "", "There is no question.\nMaybe the file is empty.");
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("apiVersion", "v1");
    file.put("kind", "SurveyWave");
    file.put("id", id);
    file.put("title", title);
    file.put("human", Map.of("key", key));
    file.put("questions", List.copyOf(questions.values()));
    return problems.outcome(() -> yaml(id, file));
  }

  private static String[] row(Question question, Option option) {
    return new String[] {
      question.id(),
      question.text(),
      option.wireCode(),
      option.text(),
      question.scale().kind().name().toLowerCase(Locale.ROOT),
      question.topic()
    };
  }

  private static List<Row> rows(SourceFile source, Problems problems) {
    String text = new String(source.bytes(), StandardCharsets.UTF_8);
    List<Row> rows = new ArrayList<>();
    try (CSVReader csv = reader(text)) {
      List<String> header = null;
      for (String[] cells = csv.readNext(); cells != null; cells = csv.readNext()) {
        Position at = new Position(source.name(), (int) csv.getLinesRead(), 1);
        List<String> values = Arrays.asList(cells);
        if (header == null) {
          header = header(values, at, problems);
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

  private static List<String> header(List<String> cells, Position at, Problems problems) {
    List<String> header =
        cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    for (String column : COLUMNS) {
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

  private static void add(Row row, Map<String, Map<String, Object>> questions, Problems problems) {
    String id = row.cell("question id").strip();
    Map<String, Object> question = questions.computeIfAbsent(id, name -> question(name, row));
    for (String key : List.of("text", "kind", "topic")) {
      String column = key.equals("text") ? "question text" : key;
      String here = row.cell(column);
      if (!here.isEmpty() && !here.equals(question.get(key))) {
        problems.error(
            row.at(),
            "",
            "%s has another %s than in its first row: %s.\nMaybe repeat it, or leave it empty."
                .formatted(id, column, here));
      }
    }
    String code = row.cell("option code").strip();
    if (!code.matches("-?[0-9]{1,9}")) {
      problems.error(
          row.at(), "", "\"%s\" is no code.\nMaybe write a whole number.".formatted(code));
      return;
    }
    options(question).add(Map.of("code", Integer.parseInt(code), "text", row.cell("option text")));
  }

  private static Map<String, Object> question(String id, Row row) {
    Map<String, Object> question = new LinkedHashMap<>();
    question.put("id", id);
    question.put("topic", row.cell("topic"));
    question.put("text", row.cell("question text"));
    question.put("kind", row.cell("kind"));
    question.put("options", new ArrayList<Map<String, Object>>());
    return question;
  }

  @SuppressWarnings("unchecked") // put there by question()
  private static List<Map<String, Object>> options(Map<String, Object> question) {
    return (List<Map<String, Object>>) question.getOrDefault("options", new ArrayList<>());
  }

  private static SourceFile yaml(String id, Map<String, Object> file) {
    try {
      String yaml =
          new YAMLMapper()
              .configure(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, false)
              .writeValueAsString(file);
      return SourceFile.of(id + ".yaml", yaml.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The wave cannot be written.\nMaybe report this.", e);
    }
  }

  /** A row's cells by column. */
  private record Row(Map<String, String> cells, Position at) {
    private String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }
}
