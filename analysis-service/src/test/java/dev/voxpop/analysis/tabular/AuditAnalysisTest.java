package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.tabular.AnalyseFiles.Questions;
import dev.voxpop.analysis.tabular.AuditFiles.Levels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference value: R 4.2.2, {@code Rscript reference/further.R}. */
class AuditAnalysisTest {

  private static final List<String> FACTORS =
      List.of("order=declared,reversed", "symbol=letters, digits,none");

  @TempDir private Path folder = Path.of("");

  @Test
  void design_thenResponses_flagTheFactorThatMatters() throws Exception {
    Path design = design(600);
    List<String> lines = Files.readAllLines(design);
    assertThat(lines.getFirst()).isEqualTo("persona,order,symbol");
    assertThat(lines.stream().filter(line -> line.contains(",reversed,")).count()).isEqualTo(300);
    assertThat(lines.stream().filter(line -> line.endsWith(",none")).count()).isEqualTo(200);
    StringBuilder responses = new StringBuilder("who,a,b\n");
    for (int i = 600; i >= 1; i--) {
      String line = lines.get(i);
      boolean turned = line.contains(",reversed,");
      int answer = draw(1, i, 10) < 4 ? (turned ? 4 : 1) : 1 + draw(2, i, 4);
      responses.append(
          "%s,%d,%d\n".formatted(line.substring(0, line.indexOf(',')), answer, 1 + draw(3, i, 4)));
    }
    Files.writeString(folder.resolve("responses.csv"), responses);

    JsonNode audit = run(new Levels.Design(design, Optional.of("who")), "a:4,b:4");

    assertThat(audit.at("/questions/0/factors/0/flag").asText()).isEqualTo("fragile");
    assertThat(audit.at("/questions/0/factors/1/flag").asText()).isEqualTo("stable");
    assertThat(audit.at("/questions/1/factors/0/flag").asText()).isEqualTo("stable");
    assertThat(audit.at("/factors/1/levels/1").asText()).isEqualTo("letters");
    assertThat(Files.readString(folder.resolve("out/report.md")))
        .contains("Share of variance by question and factor")
        .contains("design.csv, SHA-256");
    assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Fragile questions");
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                AuditAnalysisTest.class.getResourceAsStream("/schemas/audit.v1.schema.json"));
    assertThat(
            schema.validate(Files.readString(folder.resolve("out/audit.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void columns_ofTheResponses_giveTheShareOfR() throws Exception {
    Draws[] draws = {new Draws(9, 1), new Draws(9, 2), new Draws(9, 3)};
    StringBuilder responses = new StringBuilder("order,q\n");
    for (int i = 0; i < 240; i++) {
      int level = draws[0].below(i, 2);
      int more = level == 1 && draws[2].below(i, 10) < 3 ? 1 : 0;
      responses.append("%d,%d\n".formatted(level, 1 + Math.min(3, draws[1].below(i, 4) + more)));
    }
    Files.writeString(folder.resolve("responses.csv"), responses);

    JsonNode audit = run(new Levels.Columns(List.of("order")), "q:4");

    assertThat(audit.at("/questions/0/factors/0/share").asDouble())
        .isCloseTo(0.0026680337583444933, within(1e-12));
    assertThat(Files.readAllLines(folder.resolve("out/audit.csv"))).hasSize(2);
  }

  @Test
  void design_twice_isTheSameAndAnotherSeedIsNot() throws Exception {
    String first = Files.readString(design(50));
    assertThat(Files.readString(design(50))).isEqualTo(first);
    Path other = folder.resolve("other.csv");
    DesignFile.write(other, DesignFile.factors(FACTORS), DesignFile.personas(50), 8);
    assertThat(Files.readString(other)).isNotEqualTo(first);
  }

  @Test
  void design_personasOfATable_keepTheirNames() throws Exception {
    Path table = Files.writeString(folder.resolve("pool.csv"), "id,x\nb,1\na,2\nb,3\n");

    assertThat(DesignFile.personas(table, "id")).containsExactly("b", "a");
  }

  @Test
  void instruction_wrong_isNamed() throws Exception {
    refused(List.of("order"), "'order' is no factor with its levels");
    refused(List.of("order=up"), "Factor 'order' has the levels [up]");
    refused(List.of("order=up,"), "has a level without a name");
    refused(List.of("order=a,b", "order=c,d"), "The column 'order' is there already");
    refused(List.of("persona=a,b"), "The column 'persona' is there already");
    Files.writeString(folder.resolve("responses.csv"), "persona,q\nnobody,1\n");
    assertThatThrownBy(() -> run(new Levels.Design(design(10), Optional.empty()), "q:4"))
        .hasMessageContaining("line 2: the design has no persona 'nobody'")
        .hasMessageContaining("Maybe");
    assertThatThrownBy(() -> run(new Levels.Columns(List.of("order")), "q:4"))
        .hasMessageContaining("has no column 'order'");
  }

  private static void refused(List<String> factors, String part) {
    assertThatThrownBy(() -> DesignFile.factors(factors))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageContaining("Maybe");
  }

  private Path design(int personas) throws IOException {
    Path file = folder.resolve("design.csv");
    DesignFile.write(file, DesignFile.factors(FACTORS), DesignFile.personas(personas), 7);
    return file;
  }

  private JsonNode run(Levels levels, String items) throws IOException {
    AuditAnalysis.run(
        new AuditFiles(
            folder.resolve("responses.csv"),
            folder.resolve("out"),
            new Questions.Items(items),
            levels,
            1));
    return new ObjectMapper().readTree(folder.resolve("out/audit.json").toFile());
  }

  private static int draw(int stream, int n, int k) {
    return new Draws(11, stream).below(n, k);
  }
}
