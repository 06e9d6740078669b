package dev.voxpop.worker.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.AdjustmentMethod;
import dev.voxpop.contracts.experiment.AnalysisChoice;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.GroupingChoice;
import dev.voxpop.contracts.experiment.IntervalMethod;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.OnNoValue;
import dev.voxpop.contracts.experiment.OrderMode;
import dev.voxpop.contracts.experiment.RakingChoice;
import dev.voxpop.contracts.experiment.RakingMembership;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.experiment.TieBreak;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentReaderTest {

  private static final String SMALLEST =
      "{\"apiVersion\": \"v1\", \"survey\": {\"wave\": \"harbour-city-2026\"}}";

  private static Reading read(String document) {
    return DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "from-workflow");
  }

  private static ExperimentDocument valid(String document) {
    Reading reading = read(document);
    assertThat(reading.problems()).isEmpty();
    return Objects.requireNonNull(reading.document());
  }

  @Test
  void smallestDocument_isValidAndTakesTheWorkflowId() {
    ExperimentDocument document = valid(SMALLEST);
    assertThat(document.id()).isEqualTo("from-workflow");
    assertThat(document.survey().wave()).isEqualTo("harbour-city-2026");
    assertThat(document.decoding().maxAttempts()).isEqualTo(10);
    assertThat(document.traits().samples()).isEqualTo(40);
  }

  @Test
  void originalPreset_fillsWhatADocumentLeavesOut() {
    ExperimentDocument document =
        valid(
            """
            {"apiVersion": "v1", "compat": "original", "survey": {"wave": "w"},
             "decoding": {"maxAttempts": 7},
             "pools": {"p": {"generate": {"stories": 3}}},
             "matchings": {"m": {"pool": "p", "tieBreak": "seeded"}},
             "arms": [{"id": "own", "matching": "m", "decoding": {"temperature": 0.5}}]}
            """);
    assertThat(document.decoding().maxAttempts()).isEqualTo(7);
    assertThat(document.survey().onNoValue()).isEqualTo(OnNoValue.KEEP);
    assertThat(document.survey().consistencyLine()).isTrue();
    assertThat(document.traits().orderMode()).isEqualTo(OrderMode.PER_PERSONA);
    assertThat(document.analysis().splits()).isEqualTo(20);
    MatchingChoice matching = Objects.requireNonNull(document.matchings().get("m"));
    assertThat(matching.tieBreak()).isEqualTo(TieBreak.SEEDED);
    assertThat(matching.straddling()).isEqualTo(Straddling.FIRST);
    DecodingChoice own = Objects.requireNonNull(document.arms().getFirst().decoding());
    assertThat(own.maxAttempts()).isEqualTo(101);
  }

  @Test
  void analysis_choices_areReadAndUsualWithoutThem() {
    AnalysisChoice usual = valid(SMALLEST).analysis();
    assertThat(usual).isEqualTo(AnalysisChoice.defaults());

    AnalysisChoice chosen =
        valid(
                """
                {"apiVersion": "v1", "survey": {"wave": "w"},
                 "analysis": {"intervals": "bca", "adjust": "benjamini-hochberg",
                              "sizeMatched": true, "weightedAlpha": true, "perStory": true,
                              "raking": {"traits": ["age_4"], "membership": "modal"}}}
                """)
            .analysis();
    assertThat(chosen.intervals()).isEqualTo(IntervalMethod.BCA);
    assertThat(chosen.adjust()).isEqualTo(AdjustmentMethod.BENJAMINI_HOCHBERG);
    assertThat(chosen.raking())
        .isEqualTo(new RakingChoice(List.of("age_4"), RakingMembership.MODAL));
    assertThat(chosen.sizeMatched() && chosen.weightedAlpha() && chosen.perStory()).isTrue();
  }

  @Test
  void groupings_namesAndOwnOnes_keepTheirOrder() {
    AnalysisChoice chosen =
        valid(
                """
                {"apiVersion": "v1", "survey": {"wave": "w"},
                 "analysis": {"groupings": ["age-3",
                   {"id": "race-2", "column": "RACE", "groups": {"white": [1], "all others": [5, 2]}},
                   "age-3 * race-2"]}}
                """)
            .analysis();
    assertThat(chosen.groupings()).containsExactly("age-3", "race-2", "age-3 * race-2");
    assertThat(chosen.ownGroupings())
        .containsExactly(
            new GroupingChoice(
                "race-2", "RACE", Map.of("white", List.of(1), "all others", List.of(5, 2))));
    assertThat(chosen.ownGroupings().getFirst().groups().keySet())
        .containsExactly("white", "all others");
  }

  @ParameterizedTest
  @ValueSource(strings = {"audit", "eleven-arms", "planted-truth", "smallest"})
  void shippedExamples_areValid(String name) throws IOException {
    Path file = Path.of("..", "..", "examples", name + ".json");
    assertThat(DocumentReader.read(Files.readAllBytes(file), "x").problems()).isEmpty();
  }

  @Test
  void fourMistakes_giveFourProblemsWithPlacesAndAdvice() {
    Reading reading =
        read(
            """
            {"apiVersion": "v1", "sede": 3, "survey": {"wave": "harbour-city-2026", "repeats": -2},
             "pilot": "12", "arms": [{"id": "a", "matching": "gredy"}]}
            """);
    assertThat(reading.problems())
        .extracting(Problem::pointer)
        .containsExactly("/arms/0/matching", "/pilot", "/sede", "/survey/repeats");
    assertThat(reading.problems())
        .extracting(Problem::suggestion)
        .contains("you meant \"seed\"", "you meant \"greedy\"", "write it without quotation marks");
    assertThat(reading.document()).isNotNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"apiVersion\":\"v1\"} | '' | survey",
        "{\"apiVersion\":\"v2\",\"survey\":{\"wave\":\"w\"}} | /apiVersion | v1",
        "{\"apiVersion\":\"v1\",\"survey\":null} | /survey | null",
        "{\"apiVersion\":\"v1\",\"survey\":[]} | /survey | list",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"seed\":-1} | /seed | -1",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"seed\":1e308} | /seed | 1",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"format\":{\"symbol\":\"Upper\"}} | /format/symbol | upper",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"id\":\"Has/slash\"} | /id | form",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"models\":\"http://x\"} | /models | form",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"arms\":[]} | /arms | list",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"arms\":[{\"id\":\"a\"}]} | /arms/0 | exactly one",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"pools\":{\"p\":{}}} | /pools/p | exactly one",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"budget\":{\"usd\":5}} | /budget/usd | 5",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"intervals\":\"bc\"}} | /analysis/intervals | bca",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"adjust\":\"bh\"}} | /analysis/adjust | holm",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"groupings\":[\"a\",{\"id\":\"a\",\"column\":\"C\",\"groups\":{\"x\":[1]}}]}} | /analysis/groupings/1 | twice",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"groupings\":[{\"id\":\"a\",\"column\":\"C\"}]}} | /analysis/groupings/0 | groups",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"groupings\":[{\"id\":\"a\",\"colum\":\"C\",\"column\":\"C\",\"groups\":{\"x\":[1]}}]}} | /analysis/groupings/0/colum | column",
        "{\"apiVersion\":\"v1\",\"survey\":{\"wave\":\"w\"},\"analysis\":{\"groupings\":[3]}} | /analysis/groupings/0 | string",
        "[] | '' | list",
        "3 | '' | number 3",
        "{\"apiVersion\":\"v1\",\"apiVersion\":\"v1\"} | '' | Duplicate",
        "{\"seed\":NaN} | '' | strict JSON",
        "{\"title\":\"\\ud800\"} | /title | surrogate",
        "{\"title\":\"a\\u0000\"} | /title | NUL",
        "{} {} | '' | after",
      })
  void badDocument_isRefusedAtItsPlace(String document, String pointer, String word) {
    assertThat(read(document).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.detail() + problem.suggestion()).contains(word);
            });
  }

  @Test
  void deepDocument_isRefused() {
    assertThat(read("[".repeat(1000) + "]".repeat(1000)).problems()).hasSize(1);
  }

  @Test
  void nothingTooLargeAndTooMany_areRefused() {
    assertThat(read("").problems())
        .extracting(Problem::detail)
        .containsExactly("Nothing was sent.");
    String encoded = Base64.getEncoder().encodeToString(SMALLEST.getBytes(StandardCharsets.UTF_8));
    assertThat(DocumentReader.read(new Submission("w", "r", encoded, 1 << 20, false)).problems())
        .hasSize(1);
    assertThat(DocumentReader.read(new Submission("w", "r", encoded, 60, true)).problems())
        .hasSize(1);
    assertThat(DocumentReader.read(new Submission("w", "r", encoded, 60, false)).problems())
        .isEmpty();
  }

  @Test
  void combinationsThatCannotWork_areRefusedWithTheReason() {
    Reading reading =
        read(
            """
            {"apiVersion": "v1", "survey": {"wave": "w"},
             "format": {"roles": "none", "mode": "completion"},
             "pools": {"natural": {"generate": {}}, "primed": {"prime": {"style": "bio"}}},
             "matchings": {"m": {"pool": "primed"}},
             "arms": [{"id": "a", "stories": "natural", "append": "bio"},
                      {"id": "a", "baseline": "bio"}]}
            """);
    assertThat(reading.problems())
        .extracting(Problem::pointer)
        .containsExactly("/arms/0/append", "/arms/1/id", "/format/roles", "/matchings/m/pool");
  }
}
