package dev.voxpop.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.voxpop.analysis.comparison.ArmFindings;
import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.SampleStudies;
import dev.voxpop.analysis.distance.Measure;
import dev.voxpop.analysis.uncertainty.MetricLayout;
import dev.voxpop.tables.Column;
import dev.voxpop.tables.CsvTable;
import dev.voxpop.tables.FlatTable;
import dev.voxpop.tables.TableFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetExportsTest {

  private static final Findings FINDINGS =
      Comparison.of(
          SampleStudies.described(
              SampleStudies.of(List.of("baseline-qa", "greedy-qa"), 4, 60, 25)));
  private static final ReportFiles FILES =
      ReportFiles.of(FINDINGS, SampleEnclosures.of(List.of("greedy-qa")), "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "distributions",
        "metrics",
        "matrices",
        "differences",
        "intervals",
        "pairs",
        "people",
        "personas",
        "wide"
      })
  void parquet_ofEveryTable_hasTheRowsOfItsCsv(String name) throws IOException {
    List<List<String>> expected =
        rows(CsvTable.of(new StringReader(FILES.texts().getOrDefault(name + ".csv", "")))).stream()
            .map(row -> row.stream().map(ParquetExportsTest::withoutGuard).toList())
            .toList();

    assertThat(expected).hasSizeGreaterThan(1);
    assertThat(parquet(table(name))).isEqualTo(expected);
  }

  @Test
  void parquet_ofEveryTable_isInTheManifestWithHashAndRows() {
    assertThat(FILES.tables()).hasSize(9);
    String manifest = FILES.texts().getOrDefault(ReportFiles.MANIFEST, "");
    FILES
        .tables()
        .forEach(
            (name, bytes) ->
                assertThat(manifest)
                    .containsPattern(
                        "\"name\": \"%s\",\\s+\"rows\": [1-9]\\d*,\\s+\"sha256\": \"%s\""
                            .formatted(name, bytes.sha256())));
  }

  @Test
  void parquet_writtenAgain_hasTheSameBytes() {
    assertThat(ReportFiles.of(FINDINGS, SampleEnclosures.of(List.of("greedy-qa")), "").contents())
        .isEqualTo(FILES.contents());
  }

  @Test
  void sinks_ofEveryFormat_holdTheSameRows() throws IOException {
    List<Column> columns =
        List.of(Column.text("id"), Column.whole("n"), Column.number("x"), Column.truth("yes"));
    UUID id = new UUID(1, 2);
    String text = "a \"b\"\n=1, \ud83d\ude00";

    assertThat(sunk("a.csv", columns, id, text).text())
        .isEqualTo(
            "\"id\",\"n\",\"x\",\"yes\"\n\"%s\",3,0.1,true\n\"%s\",,,\n"
                .formatted(id, text.replace("\"", "\"\"")));
    assertThat(sunk("a.jsonl", columns, id, text).text())
        .isEqualTo(
            "{\"id\":\"%s\",\"n\":3,\"x\":0.1,\"yes\":true}\n{\"id\":%s,\"n\":null,\"x\":null,\"yes\":null}\n"
                .formatted(id, Json.line(text)));
    assertThat(parquet(sunk("a.parquet", columns, id, text)))
        .containsExactly(
            List.of("id", "n", "x", "yes"),
            List.of(id.toString(), "3", "0.1", "true"),
            List.of(text, "", "", ""));
    assertThatThrownBy(() -> RowSink.of("a.xls", columns, OutputStream.nullOutputStream()))
        .hasMessageContaining("a.xls is no table")
        .hasMessageContaining("Maybe");
  }

  @Test
  void intervals_ofSharesMetricsDifferencesAndBound_areThoseOfTheFindings() throws IOException {
    List<List<String>> rows = parquet(table("intervals"));
    assertThat(rows.getFirst())
        .containsExactly(
            "division",
            "group",
            "kind",
            "side",
            "other",
            "name",
            "value",
            "low",
            "high",
            "standard_error",
            "bias",
            "limit");
    assertThat(rows.stream().skip(1).map(row -> row.get(2)).distinct())
        .containsExactly("share", "bound", "metric", "difference");
    ArmFindings arm =
        FINDINGS.arms().stream().filter(a -> a.id().equals("greedy-qa")).findFirst().orElseThrow();
    for (String name :
        List.of(
            MetricLayout.mean(Measure.EMD),
            MetricLayout.share(FINDINGS.study().items().getFirst(), 1))) {
      List<String> row =
          rows.stream()
              .filter(r -> r.get(3).equals("greedy-qa") && r.get(5).equals(name))
              .filter(r -> !r.get(2).equals("difference"))
              .findFirst()
              .orElseThrow();
      assertThat(Double.parseDouble(row.get(7))).isEqualTo(arm.interval(name).low());
      assertThat(Double.parseDouble(row.get(8))).isEqualTo(arm.interval(name).high());
    }
    assertThat(rows.stream().filter(r -> r.get(2).equals("difference")))
        .isNotEmpty()
        .allSatisfy(
            r -> assertThat(r.subList(3, 5)).containsExactlyInAnyOrder("baseline-qa", "greedy-qa"));
  }

  @Test
  void intervals_ofGroups_followThoseOfEverybody() throws IOException {
    Findings divided =
        Comparison.of(SampleStudies.divided(SampleStudies.of(List.of("baseline-qa"), 3, 60, 0)));

    List<List<String>> rows =
        parquet(
            Objects.requireNonNull(
                ReportFiles.data(divided).tables().get("intervals" + ReportFiles.PARQUET)));

    assertThat(rows.stream().skip(1).map(row -> row.get(1)).distinct())
        .startsWith("", "18–49", "50 and older");
  }

  @Test
  void people_weightAndCodes_standInPairsAndWideTable() {
    Map<String, String> texts = FILES.texts();

    assertThat(texts.getOrDefault("people.csv", ""))
        .startsWith("\"person\",\"weight\",\"code:AGE\",\"code:EMPTY\",\"q:HARBOUR_ITEM_01\"");
    assertThat(texts.getOrDefault("pairs.csv", ""))
        .startsWith(
            "\"matching\",\"respondent\",\"human_weight\",\"code_AGE\",\"code_EMPTY\",\"status\"");
    String wide = texts.getOrDefault("wide.jsonl", texts.getOrDefault("wide.csv", ""));
    assertThat(wide)
        .startsWith(
            "\"arm\",\"row\",\"persona\",\"story\",\"respondent\",\"weight\",\"human_weight\",\"code_AGE\",\"code_EMPTY\",\"HARBOUR_ITEM_01\"");
    double weight = FINDINGS.study().people().weight(7);
    assertThat(wide)
        .containsPattern(
            "\"baseline-qa\",\"r-00007#000\",\"r-00007\",\"r-00007\",\"r-00007\",1,%s,1,,"
                .formatted(weight));
  }

  private static FileBytes sunk(String name, List<Column> columns, UUID id, String text)
      throws IOException {
    var target = new ByteArrayOutputStream();
    RowSink sink = RowSink.of(name, columns, target);
    sink.add(id, 3, 0.1, true);
    sink.add(text, null, null, null);
    sink.finish();
    return FileBytes.of(target.toByteArray());
  }

  private static FileBytes table(String name) {
    return Objects.requireNonNull(FILES.tables().get(name + ReportFiles.PARQUET));
  }

  private static List<List<String>> parquet(FileBytes file) throws IOException {
    return TableFile.readParquet(file.copy(), ParquetExportsTest::rows);
  }

  private static List<List<String>> rows(FlatTable table) throws IOException {
    List<List<String>> rows = new ArrayList<>(List.of(table.columns()));
    table.forEach((at, cells) -> rows.add(cells));
    return rows;
  }

  private static String withoutGuard(String cell) {
    return cell.startsWith("'") ? cell.substring(1) : cell;
  }
}
