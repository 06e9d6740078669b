package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.SampleStudies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportsTest {

  private static final Map<String, String> FILES =
      ReportFiles.of(
              Comparison.of(SampleStudies.of(List.of("one", "two"), 3, 40, 0)),
              SampleEnclosures.of(List.of("one")),
              "")
          .texts();

  @Test
  void csv_textLikeAFormula_getsAnApostropheAndNumbersDoNot() {
    assertThat(csvLine("=1+1", "-x", "@a", "\tb", "＝c", "plain", -1, -.5))
        .isEqualTo("\"'=1+1\",\"'-x\",\"'@a\",\"'\tb\",\"'＝c\",\"plain\",-1,-0.5\n");
    assertThat(jsonLine("=1+1")).isEqualTo("{\"a\":\"=1+1\"}\n");
  }

  @Test
  void jsonl_awkwardCharacters_areEscapedAndWholeOnesKept() {
    assertThat(jsonLine("\"\\\n\r\t\u0001é\ud83d\ude00"))
        .isEqualTo("{\"a\":\"\\\"\\\\\\n\\r\\t\\u0001é\ud83d\ude00\"}\n");
    assertThat(jsonLine("\ud83dx\ude00\ud83d")).isEqualTo("{\"a\":\"\\ud83dx\\ude00\\ud83d\"}\n");
  }

  @Test
  void csv_absentAndInfiniteNumbers_areEmpty() {
    assertThat(csvLine(null, Double.NaN, Double.NEGATIVE_INFINITY)).isEqualTo(",,\n");
  }

  @Test
  void wide_codes_areNumbersAndRowsAreSortedByArmAndId() {
    List<String> lines = text("wide.csv").lines().toList();

    assertThat(lines).hasSize(1 + 2 * 40);
    assertThat(lines.get(1)).startsWith("\"one\",").matches(".*,[1-5]?,[1-5]?,[1-5]?");
  }

  @Test
  void syntax_everyColumnOfTheWideTable_isAVariableInTheSameOrder() {
    String[] header = text("wide.csv").lines().findFirst().orElseThrow().split(",", -1);
    List<String> variables =
        text("wide.sps")
            .lines()
            .dropWhile(line -> !line.contains("/VARIABLES="))
            .skip(1)
            .takeWhile(line -> !line.equals("  ."))
            .map(String::strip)
            .toList();

    assertThat(variables).hasSameSizeAs(header);
    for (int i = 0; i < header.length; i++) {
      assertThat(variables.get(i)).startsWith(header[i].replace("\"", "") + " ");
    }
    assertThat(text("wide.sps"))
        .contains("/FILE='wide.csv'", "VARIABLE LEVEL HARBOUR_ITEM_01 (ORDINAL).")
        .contains("VALUE LABELS HARBOUR_ITEM_01\n  1 'Agree strongly'");
  }

  @Test
  void pairs_everyPersonOfEveryMatching_hasARowWithTraits() {
    List<String> lines = text("pairs.csv").lines().toList();

    assertThat(lines.getFirst())
        .startsWith("\"matching\",\"respondent\",\"human_weight\",\"status\"")
        .endsWith("\"factor_age_4\",\"person_age_4\",\"persona_age_4\"");
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).endsWith("0.5,\"18–29\",\"'=1+1\"");
    assertThat(text("pairs.jsonl")).contains("\"persona_age_4\":\"=1+1\"", "\"log_weight\":null");
  }

  @Test
  void manifest_tables_haveTheirNumberOfRowsAndTheSettings() {
    assertThat(text("manifest.json"))
        .containsPattern("\"name\": \"wide.csv\",\\s+\"rows\": 80,")
        .contains("\"seed\": 20260101", "\"simulated\": true", "\"document hash\"");
  }

  @Test
  void intervals_gapsBetweenGroups_standAtTheFirstGroup() {
    Map<String, String> files =
        ReportFiles.of(
                Comparison.of(
                    SampleStudies.divided(SampleStudies.of(List.of("one", "two"), 3, 60, 20))),
                "")
            .texts();
    List<String> gaps =
        files.getOrDefault("intervals.csv", "").lines().filter(l -> l.contains("\"gap\"")).toList();

    assertThat(gaps).hasSize(2 * 3 * 3);
    assertThat(gaps)
        .anyMatch(
            line ->
                line.startsWith(
                    "\"age, three groups\",\"18–49\",\"gap\",\"one\",\"50 and older\","
                        + "\"emdNormalised/mean\","));
  }

  @Test
  void disclosure_byItself_saysThatNobodyAnswered() {
    assertThat(text("disclosure.md")).contains("No person gave any answer", "What was asked");
  }

  private static String text(String name) {
    return FILES.getOrDefault(name, "");
  }

  private static String csvLine(@Nullable Object... values) {
    StringBuilder line = new StringBuilder();
    RowLines.of(List.of("a")).csv(line, values);
    return line.toString();
  }

  private static String jsonLine(String value) {
    StringBuilder line = new StringBuilder();
    RowLines.of(List.of("a")).jsonl(line, value);
    return line.toString();
  }
}
