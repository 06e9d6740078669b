package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.tabular.AnalyseFiles.Extras;
import dev.voxpop.analysis.tabular.AnalyseFiles.Pairing;
import dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.instrument.wave.Question;
import dev.voxpop.instrument.wave.Wave;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as they come from spreadsheets and statistics programs, and options that are wrong. */
class FileEdgesTest {

  private static final String HUMANS = "a,b\n1,2\n2,2\n2,1\n";
  private static final Extras EXTRAS = Extras.NONE;

  @TempDir private Path folder = Path.of("");

  @Test
  void file_markSemicolonsQuotesAndCarriageReturns_isReadLikeAPlainOne() throws Exception {
    JsonNode plain = run("a,b\n1,2\n2,\n2,1\n", "a,b\n1,1\n2,2\n", "a:2,b:2", EXTRAS);
    JsonNode spreadsheet =
        run(
            "\uFEFF\"a\";\"b\"\r\n1.0;\"2\"\r\n2;NA\r\n\" 2 \";1e0\r\n\r\n",
            "\uFEFFa\tb\r\n1\t1.00\r\n2\t2\r\n",
            "a:2, b:2",
            EXTRAS);

    assertThat(spreadsheet.path("arms")).isEqualTo(plain.path("arms"));
  }

  @Test
  void file_unusedColumns_mayHoldAnything() throws Exception {
    JsonNode metrics =
        run(
            "id,a,b,note\nx,1,2,\"one, \"\"two\"\"\nthree\"\ny,2,1,\n",
            "b,a\n1,2\n",
            "a:2,b:2",
            EXTRAS);

    assertThat(metrics.at("/arms/0/questions/0/human/0").asDouble()).isEqualTo(.5);
    assertThat(metrics.at("/arms/0/questions/0/persona/1").asDouble()).isEqualTo(1);
  }

  @Test
  void file_missingEmptyOrOtherEncoding_isRefusedWithAdvice() throws Exception {
    refused("", HUMANS, "a:2", "humans.csv: Line 1: the table is empty", "Maybe the file");
    refused("a,b\n", HUMANS, "a:2", "humans.csv has no rows", "Maybe only its first line");
    refused("a,a\n1,1\n", HUMANS, "a:2", "two columns 'a'", "Maybe rename one");
    refused("a,b\n1\n", HUMANS, "a:2", "humans.csv: Line 2: 1 cells instead of 2", "Maybe a text");
    refused("a,b\n\"1,2\n", HUMANS, "a:2", "humans.csv", "Maybe a quote is not closed");
    Files.write(folder.resolve("latin.csv"), "a\n1\né".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> Sheet.read(folder.resolve("latin.csv")))
        .hasMessageContaining("is not in UTF-8");
    assertThatThrownBy(() -> Sheet.read(folder.resolve("nowhere.csv")))
        .hasMessageContaining("There is no file")
        .hasMessageContaining("Maybe the path");
    assertThatThrownBy(() -> Sheet.read(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void codes_outOfRangeOrNoNumber_areNamedWithTheirPlace() {
    refused("a\n1\n3\n", "a\n1\n", "a:2", "humans.csv, line 3, column a: '3' is none of", "Maybe");
    refused("a\n1\n", "a\n1.5\n", "a:2", "responses.csv, line 2, column a: '1.5'", "Maybe");
    refused("a\n1\n", "a\nyes\n", "a:2", "'yes' is none of the codes [1, 2]", "Maybe declare it");
    refused("a\n0\n", "a\n1\n", "a:2", "'0' is none of", "--unknown-codes missing");
  }

  @Test
  void codes_unknownAreMissing_whenAsked() throws Exception {
    Extras extras =
        new Extras(
            Optional.empty(), List.of(), List.of(), UnknownCodes.MISSING, Settings.Options.USUAL);

    JsonNode metrics = run("a\n1\n99\n2\n2\n", "a\n1\n-8\n", "a:2", extras);

    assertThat(metrics.at("/arms/0/questions/0/human/1").asDouble())
        .isCloseTo(2 / 3.0, within(1e-15));
    assertThat(metrics.at("/arms/0/questions/0/persona/0").asDouble()).isEqualTo(1);
  }

  @Test
  void items_declaredWrongly_areNamed() {
    refused(HUMANS, HUMANS, "a:2,a:2", "'a' is declared twice", "Maybe leave one out");
    refused(HUMANS, HUMANS, "a", "'a' is no question", "Maybe write it like A1:6");
    refused(HUMANS, HUMANS, "a:0", "'a:0' is no question", "Maybe");
    refused(HUMANS, HUMANS, "a:500", "more than 120 options", "Maybe it is an amount");
    refused(HUMANS, HUMANS, "A:2", "has no column 'A'", "Maybe you meant 'a'");
  }

  @Test
  void columns_pairedGroupedAndVaried_fillTheirNumbers() throws Exception {
    StringBuilder humans = new StringBuilder("key,age,sex,a\n");
    StringBuilder responses = new StringBuilder("who,order,age,a\n");
    for (int i = 0; i < 60; i++) {
      humans.append(
          "p%d,%s,%s,%d\n"
              .formatted(i, i % 3 == 0 ? "1.0" : i % 3, i % 2 == 0 ? "f" : "m", 1 + i % 3));
      responses.append(
          "%s,%s,%d,%d\n"
              .formatted(
                  i < 50 ? "p" + i : "",
                  i % 2 == 0 ? "up" : "down",
                  1 + i % 2,
                  i % 2 == 0 ? 1 : 3));
    }
    Extras extras =
        new Extras(
            Optional.of(new Pairing("key", "who")),
            List.of("age", "age*sex"),
            List.of("order"),
            UnknownCodes.FAIL,
            new Settings.Options(
                Settings.BoundSize.SIZE_MATCHED, IntervalKind.BIAS_CORRECTED, Adjustment.HOLM));

    JsonNode metrics = run(humans.toString(), responses.toString(), "a:3", extras);

    assertThat(metrics.at("/arms/0/agreement").isNumber()).isTrue();
    assertThat(metrics.at("/arms/0/audit/0/factors/0/flag").asText()).isEqualTo("fragile");
    assertThat(metrics.at("/arms/0/sizeMatched/personas").asInt()).isEqualTo(30);
    assertThat(metrics.at("/subgroups/0/groups").findValuesAsText("id")).contains("1", "2");
    assertThat(metrics.at("/subgroups/0/groups/0/people").asInt()).isEqualTo(40);
    assertThat(metrics.at("/subgroups/1/groups").size()).isEqualTo(4);
    assertThat(Files.readString(folder.resolve("out/wide.csv")))
        .startsWith(
            "\"arm\",\"row\",\"persona\",\"story\",\"respondent\",\"weight\",\"human_weight\",\"code_age\",\"a\"");
    assertThat(ReportFolder.verify(folder.resolve("out"))).isEmpty();
  }

  @Test
  void groups_ofTheQuestionnaire_gatherTheirCodes() throws Exception {
    Wave wave = Waves.shipped().require("harbour-city-2026");
    List<Question> questions = wave.select(wave.defaultQuestions());
    String columns = String.join(",", questions.stream().map(Question::column).toList());
    StringBuilder people = new StringBuilder("AGEBAND,GENDER," + columns + "\n");
    for (int i = 0; i < 24; i++) {
      people.append(1 + i % 4).append(',').append(1 + i % 2);
      for (Question question : questions) {
        people.append(',').append(question.scale().options().get(i % 2).code());
      }
      people.append('\n');
    }
    Path file = Files.writeString(folder.resolve("humans.csv"), people);
    Path waves = Path.of("../workflows/instrument/src/main/resources/waves");
    Extras extras =
        new Extras(
            Optional.empty(),
            List.of("age-3", "age-3 * GENDER"),
            List.of(),
            UnknownCodes.FAIL,
            Settings.Options.USUAL);
    FileAnalysis.run(
        new AnalyseFiles(
            file,
            file,
            folder.resolve("out"),
            new AnalyseFiles.Questions.Questionnaire(waves.resolve("harbour-city-2026.yaml")),
            new AnalyseFiles.Columns(Optional.empty(), Optional.empty(), Optional.empty()),
            Set.of(),
            new AnalyseFiles.Effort(0, 0, 1),
            extras));
    JsonNode metrics = new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());

    assertThat(metrics.at("/subgroups/0/groups").findValuesAsText("people"))
        .containsExactly("12", "6", "6");
    assertThat(metrics.at("/subgroups/0/groups/0/id").asText()).isEqualTo("18-49");
    assertThat(metrics.at("/subgroups/0/groups/0/arms/0/personas").asInt()).isEqualTo(12);
    assertThat(metrics.at("/subgroups/1/groups").size()).isEqualTo(6);
    assertThat(ReportFolder.verify(folder.resolve("out"))).isEmpty();
  }

  @Test
  void columns_unknownPersonOrEmptyArm_areNamed() throws Exception {
    Extras extras =
        new Extras(
            Optional.of(new Pairing("key", "who")),
            List.of(),
            List.of(),
            UnknownCodes.FAIL,
            Settings.Options.USUAL);

    assertThatThrownBy(() -> run("key,a\nx,1\n", "who,a\ny,1\n", "a:2", extras))
        .hasMessageContaining("line 2: there is no person 'y'");
    assertThatThrownBy(() -> run("key,a\nx,1\nx,1\n", "who,a\nx,1\n", "a:2", extras))
        .hasMessageContaining("Two rows have the id 'x'");
  }

  @Test
  void out_isAFile_isRefused() throws Exception {
    Files.writeString(folder.resolve("out"), "");

    refused(HUMANS, HUMANS, "a:2", "out is a file", "Maybe name a folder");
  }

  private void refused(String humans, String responses, String items, String... parts) {
    var thrown =
        assertThatThrownBy(() -> run(humans, responses, items, EXTRAS))
            .isInstanceOf(IllegalArgumentException.class);
    for (String part : parts) {
      thrown.hasMessageContaining(part);
    }
  }

  private JsonNode run(String humans, String responses, String items, Extras extras)
      throws IOException {
    Files.writeString(folder.resolve("humans.csv"), humans);
    Files.writeString(folder.resolve("responses.csv"), responses);
    FileAnalysis.run(
        new AnalyseFiles(
            folder.resolve("humans.csv"),
            folder.resolve("responses.csv"),
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items(items),
            new AnalyseFiles.Columns(Optional.empty(), Optional.empty(), Optional.empty()),
            Set.of(),
            new AnalyseFiles.Effort(20, 40, 1),
            extras));
    return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
  }
}
