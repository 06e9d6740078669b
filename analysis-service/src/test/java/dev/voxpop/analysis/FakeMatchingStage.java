package dev.voxpop.analysis;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.hosting.stage.FakeStage;
import dev.voxpop.hosting.stage.FakeStage.Answer;
import dev.voxpop.instrument.wave.Question;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a matching stage says that knows one draw of invented people and one matching. */
final class FakeMatchingStage {

  static final String DRAW = "d-people";
  static final String MATCHING = "m-1";
  static final int PEOPLE = 60;

  private static final int PAGE = 10;
  private static final int NOT_FOUND = 404;

  private FakeMatchingStage() {}

  static FakeStage start() throws IOException {
    return FakeStage.start(FakeMatchingStage::answer);
  }

  /** Column of a demographic of the wave. */
  static final String AGE = "AGEBAND";

  static double weight(int person) {
    return 0.5 + person % 3;
  }

  static int age(int person) {
    return 1 + person % 4;
  }

  static int person(String respondent) {
    return Integer.parseInt(respondent.substring(2), 16);
  }

  static String respondent(int person) {
    return "r-%016x".formatted(person);
  }

  /** Code of a person's answer: an option of the wave's scale. */
  static int code(Question question, int person) {
    Draws draws = new Draws(17, question.id().hashCode());
    return question.scale().options().get(draws.below(person, question.scale().size())).code();
  }

  private static Answer answer(String path, Map<String, String> query) {
    return switch (path) {
      case "/matching/draws/" + DRAW + "/respondents" ->
          new Answer.Rows(
              people(List.of(query.getOrDefault("columns", "").split(",", -1))), 2 * PAGE);
      case "/matching/matchings/" + MATCHING + "/rows" ->
          new Answer.Rows(documents("/matching/rows.ndjson"), PAGE);
      case "/matching/matchings/" + MATCHING ->
          new Answer.Document(documents("/matching/report.json").getFirst());
      default -> new Answer.Status(NOT_FOUND);
    };
  }

  private static List<RespondentRow> people(List<String> columns) {
    return IntStream.range(0, PEOPLE).mapToObj(person -> row(person, columns)).toList();
  }

  private static RespondentRow row(int person, List<String> columns) {
    Map<String, Integer> codes = new TreeMap<>();
    for (Question question : StageProbe.QUESTIONS) {
      if (columns.contains(question.column())) {
        codes.put(question.column(), code(question, person));
      }
    }
    if (columns.contains(AGE)) {
      codes.put(AGE, age(person));
    }
    return new RespondentRow(respondent(person), weight(person), codes);
  }

  /** The documents of a file as the matching stage writes them. */
  private static List<Object> documents(String name) {
    try (InputStream file = FakeMatchingStage.class.getResourceAsStream(name)) {
      return Payloads.mapper()
          .readerFor(Object.class)
          .readValues(Objects.requireNonNull(file))
          .readAll();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
