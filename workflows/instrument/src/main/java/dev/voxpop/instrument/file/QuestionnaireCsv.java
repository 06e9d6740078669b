package dev.voxpop.instrument.file;

import com.opencsv.CSVWriter;
import com.opencsv.CSVWriterBuilder;
import com.opencsv.ICSVWriter;
import com.opencsv.RFC4180ParserBuilder;
import dev.voxpop.instrument.wave.Option;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
    for (CsvRows.Row row : CsvRows.read(csv, COLUMNS, problems)) {
      add(row, questions, problems);
    }
    if (questions.isEmpty() && !problems.refuse()) {
      problems.error(
          new Position(csv.name(), 1, 1), "", "There is no question.\nMaybe the file is empty.");
    }
    return problems.outcome(
        () ->
            SourceFile.of(
                id + ".yaml",
                YamlText.of(file(id, title, key, questions)).getBytes(StandardCharsets.UTF_8)));
  }

  private static Map<String, Object> file(
      String id, String title, String key, Map<String, Map<String, Object>> questions) {
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("apiVersion", "v1");
    file.put("kind", "SurveyWave");
    file.put("id", id);
    file.put("title", title);
    file.put("human", Map.of("key", key));
    file.put("questions", List.copyOf(questions.values()));
    return file;
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

  private static void add(
      CsvRows.Row row, Map<String, Map<String, Object>> questions, Problems problems) {
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

  private static Map<String, Object> question(String id, CsvRows.Row row) {
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
}
