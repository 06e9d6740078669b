package dev.voxpop.analysis;

import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.matched.RakedPersonas;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.bulk.WeightRow;
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

  /** A raking of the pairs of {@link #MATCHING}. */
  static final String RAKING = "w-1";

  /** A raking that issued no weights. */
  static final String IMPOSSIBLE = "w-2";

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
      case "/matching/rakings/" + RAKING + "/weights" -> new Answer.Rows(weights(), PAGE);
      case "/matching/rakings/" + RAKING -> new Answer.Document(raked());
      case "/matching/rakings/" + IMPOSSIBLE -> new Answer.Document(impossible());
      default -> new Answer.Status(NOT_FOUND);
    };
  }

  /** Weight that raking gives the persona of a person. */
  static double rakedWeight(int person) {
    return 0.25 + 1.5 * (person % 2);
  }

  private static List<WeightRow> weights() {
    return IntStream.range(0, PEOPLE)
        .mapToObj(person -> new WeightRow(AnswerEvents.persona(person), rakedWeight(person)))
        .sorted((a, b) -> a.persona().compareTo(b.persona()))
        .toList();
  }

  private static RakedPersonas raked() {
    return new RakedPersonas(
        PEOPLE,
        PEOPLE,
        Map.of("age_4", 0),
        Map.of("age_4", 0),
        new RakedPersonas.Issued(
            7,
            0.25,
            1.75,
            1.5625,
            38.4,
            .125,
            3e-11,
            List.of(new RakedPersonas.Margin("age_4", "18-29", .25, .375, .25))),
        null);
  }

  private static RakedPersonas impossible() {
    return new RakedPersonas(
        PEOPLE,
        40,
        Map.of("age_4", 0),
        Map.of("age_4", 0),
        null,
        "No persona has [age_4 = 65+], but the population does.\nMaybe collapse these labels?");
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
