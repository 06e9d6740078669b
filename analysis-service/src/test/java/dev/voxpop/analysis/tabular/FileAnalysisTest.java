package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.panel.SamplePanels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference values: scipy 1.17.1, numpy 2.4.6 and pandas 3.1.1, command {@code python
 * reference/statistics.py}.
 */
class FileAnalysisTest {

  private static final String ITEMS = "a:4,b:5,c:3,d:5,e:2,f:4";

  @TempDir private Path folder = Path.of("");

  @Test
  void metrics_twoFiles_equalTheReferences() throws Exception {
    JsonNode metrics = run(ITEMS, Set.of("b", "e"), 30, 0);
    JsonNode arm = metrics.path("arms").path(0);

    assertThat(arm.path("id").asText()).isEqualTo("responses");
    assertThat(arm.at("/questions/1/emd").asDouble()).isCloseTo(0.22878036296356413, within(1e-12));
    assertThat(arm.at("/questions/1/tv").asDouble()).isCloseTo(0.0790495551405338, within(1e-12));
    assertThat(arm.at("/structure/original/frobenius").asDouble())
        .isCloseTo(0.24483123300280432, within(1e-12));
    assertThat(arm.at("/structure/consistent/l1").asDouble())
        .isCloseTo(0.8049335804912302, within(1e-12));
    assertThat(arm.at("/alpha/pairwise/human").asDouble())
        .isCloseTo(0.877641689821812, within(1e-12));
    assertThat(arm.at("/alpha/pairwiseRekeyed/human").asDouble())
        .isCloseTo(0.12628897299507372, within(1e-12));
    assertThat(metrics.at("/humanBound/structure/original/cbs/p975").asDouble()).isPositive();
    assertThat(metrics.at("/humanBound/questions").size()).isEqualTo(6);
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("<svg");
  }

  @Test
  void metrics_bootstrap_givesIntervalsWithMarks() throws Exception {
    JsonNode interval =
        run(ITEMS, Set.of(), 0, 100).at("/arms/0/questions/0/intervals/emdNormalised");

    assertThat(interval.path("low").asDouble()).isLessThan(interval.path("high").asDouble());
    assertThat(interval.path("noiseLimited").isBoolean()).isTrue();
  }

  @Test
  void metrics_skillAndShares_haveIntervals() throws Exception {
    JsonNode arm = run(ITEMS, Set.of(), 30, 100).at("/arms/0");

    assertThat(arm.path("skill").asDouble())
        .isGreaterThan(arm.at("/skillInterval/low").asDouble())
        .isLessThan(arm.at("/skillInterval/high").asDouble() + .2);
    assertThat(arm.at("/skillInterval/bias").asDouble()).isNegative();
    for (int k = 0; k < 4; k++) {
      JsonNode bounds = arm.at("/questions/0/shareIntervals/" + k);
      assertThat(arm.at("/questions/0/persona/" + k).asDouble())
          .isBetween(bounds.get(0).asDouble(), bounds.get(1).asDouble());
    }
  }

  @Test
  void metrics_noBound_areNull() throws Exception {
    assertThat(run(ITEMS, Set.of(), 0, 0).path("humanBound").isNull()).isTrue();
  }

  @Test
  void analysis_unknownColumnCodeOrItem_isNamed() {
    assertThatThrownBy(() -> run("a:4,zz:5", Set.of(), 0, 0))
        .hasMessageContaining("'zz'")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> run("a:2", Set.of(), 0, 0))
        .hasMessageContaining("column a")
        .hasMessageContaining("humans.csv, line");
    assertThatThrownBy(() -> run("a", Set.of(), 0, 0)).hasMessageContaining("A1:6");
    assertThatThrownBy(() -> run("a:4", Set.of("b"), 0, 0)).hasMessageContaining("'b'");
  }

  @Test
  void analysis_armsAndClusters_areKeptApart() throws Exception {
    Files.writeString(folder.resolve("h.csv"), "x\n1\n2\n2.0\nNA\n");
    Files.writeString(folder.resolve("r.csv"), "x;arm;story\n1;one;s\n2;one;s\n2;two;s\n;two;t\n");
    AnalyseFiles request =
        new AnalyseFiles(
            folder.resolve("h.csv"),
            folder.resolve("r.csv"),
            folder.resolve("o"),
            new AnalyseFiles.Questions.Items("x:2"),
            new AnalyseFiles.Columns(Optional.empty(), Optional.of("arm"), Optional.of("story")),
            Set.of(),
            new AnalyseFiles.Effort(0, 0, 1));

    assertThat(FileAnalysis.run(request)).contains("metrics.json", "report.md", "wide.csv");
    JsonNode metrics = new ObjectMapper().readTree(folder.resolve("o/metrics.json").toFile());

    assertThat(metrics.path("arms").findValuesAsText("id").getFirst()).isEqualTo("one");
    assertThat(metrics.at("/arms/0/stories").asInt()).isEqualTo(1);
    assertThat(metrics.at("/arms/1/stories").asInt()).isEqualTo(2);
    assertThat(metrics.at("/arms/1/questions/0/n").asInt()).isEqualTo(1);
  }

  @Test
  void analysis_parquet_givesTheNumbersOfTheSameRowsInCsv() throws Exception {
    Path people = Files.writeString(folder.resolve("h.csv"), "x,w\n1,1\n2,2.5\n2,1\n,0.5\n");
    Path personas =
        Files.writeString(
            folder.resolve("r.csv"), "x,arm,story\n1,one,s\n2,one,s\n2,two,s\n,two,t\n");
    Path tables = Path.of("src/test/resources/tables");

    FileAnalysis.run(weighted(people, personas, "x:2", "csv"));
    FileAnalysis.run(
        weighted(
            tables.resolve("people.parquet"),
            tables.resolve("personas.parquet"),
            "x:2",
            "parquet"));

    JsonNode arms = metrics("parquet").path("arms");
    assertThat(arms).isEqualTo(metrics("csv").path("arms"));
    assertThat(arms.size()).isEqualTo(2);
    assertThatThrownBy(
            () ->
                FileAnalysis.run(
                    weighted(tables.resolve("people.parquet"), personas, "x:1", "bad")))
        .hasMessageContaining("people.parquet, row 2, column x: '2'");
  }

  @Test
  void analysis_spss_givesTheNumbersOfTheSameRowsInCsv() throws Exception {
    Path people = Files.writeString(folder.resolve("h.csv"), "x,w\n1,1\n2,2.5\n2,1\n,0.5\n");
    Path personas =
        Files.writeString(
            folder.resolve("r.csv"), "x,arm,story\n1,one,s\n2,one,s\n2,two,s\n,two,t\n");
    Path tables = Path.of("src/test/resources/tables");

    FileAnalysis.run(weighted(people, personas, "x:2", "csv"));
    FileAnalysis.run(weighted(tables.resolve("people.sav"), personas, "x:2", "spss"));

    assertThat(metrics("spss").path("arms")).isEqualTo(metrics("csv").path("arms"));
  }

  private JsonNode metrics(String out) throws IOException {
    return new ObjectMapper().readTree(folder.resolve(out).resolve("metrics.json").toFile());
  }

  private AnalyseFiles weighted(Path people, Path personas, String items, String out) {
    return new AnalyseFiles(
        people,
        personas,
        folder.resolve(out),
        new AnalyseFiles.Questions.Items(items),
        new AnalyseFiles.Columns(Optional.of("w"), Optional.of("arm"), Optional.of("story")),
        Set.of(),
        new AnalyseFiles.Effort(0, 0, 1));
  }

  private JsonNode run(String items, Set<String> reverse, int splits, int bootstrap)
      throws IOException {
    write("humans.csv", SamplePanels.people());
    write("responses.csv", SamplePanels.personas());
    AnalyseFiles request =
        new AnalyseFiles(
            folder.resolve("humans.csv"),
            folder.resolve("responses.csv"),
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items(items),
            new AnalyseFiles.Columns(Optional.of("w"), Optional.empty(), Optional.empty()),
            reverse,
            new AnalyseFiles.Effort(splits, bootstrap, 1));
    List<String> files = FileAnalysis.run(request);
    assertThat(files).contains(FileAnalysis.METRICS);
    return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
  }

  private void write(String name, Panel panel) throws IOException {
    StringBuilder csv = new StringBuilder("w,a,b,c,d,e,f\n");
    for (int row = 0; row < panel.size(); row++) {
      csv.append(panel.weight(row));
      for (int q = 0; q < panel.questions(); q++) {
        csv.append(',').append(panel.valid(row, q) ? (panel.cell(row, q) + 1) + ".0" : "");
      }
      csv.append('\n');
    }
    Files.writeString(folder.resolve(name), csv);
  }
}
