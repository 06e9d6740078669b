package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.tabular.AnalyseFiles.Extras;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reference distances: scipy 1.17.1, {@code scipy.stats.wasserstein_distance} and half the sum of
 * absolute differences of the shares below.
 */
class ProbabilityFileTest {

  private static final String PROBABILITIES =
      """
      arm,mode,persona,question,option,probability
      x,log-probabilities,k1,q,1,0.5
      x,log-probabilities,k1,q,2.0,0.25
      x,log-probabilities,k1,q,3,0.15
      x,log-probabilities,k2,q,2,0.6
      x,log-probabilities,k2,q,1,0.1
      x,log-probabilities,k2,q,3,0.3
      x,stated,k1,q,1,0.2
      x,stated,k1,q,2,0.3
      x,stated,k1,q,3,0.5
      only,log-probabilities,k1,q,3,1
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void ways_drawnReadAndStated_standSideBySide() throws Exception {
    JsonNode arm = run(PROBABILITIES).path("elicitation").get(1);

    assertThat(arm.path("arm").asText()).isEqualTo("x");
    assertThat(arm.path("ways").findValuesAsText("mode"))
        .containsExactly("sampled", "log-probabilities", "stated");
    assertThat(arm.at("/ways/0/offOptions").asDouble()).isCloseTo(.2, within(1e-15));
    assertThat(arm.at("/ways/1/offOptions").asDouble()).isCloseTo(.05, within(1e-15));
    assertThat(arm.at("/ways/1/personas").asInt()).isEqualTo(2);
    assertThat(arm.at("/ways/1/questions/0/shares/0").asDouble())
        .isCloseTo((.5 / .9 + .1) / 2, within(1e-15));
    assertThat(arm.at("/ways/1/mean/emd").asDouble()).isCloseTo(0.18888888888888883, within(1e-12));
    assertThat(arm.at("/ways/1/mean/tv").asDouble()).isCloseTo(0.18888888888888888, within(1e-12));
    assertThat(arm.at("/pairs/0/mean/emd").asDouble())
        .isCloseTo(0.09444444444444439, within(1e-12));
    assertThat(arm.at("/pairs/0/mean/tv").asDouble()).isCloseTo(0.07777777777777778, within(1e-12));
    assertThat(arm.at("/pairs/1/second").asText()).isEqualTo("stated");
    assertThat(arm.at("/pairs/1/mean/emd").asDouble()).isCloseTo(.3, within(1e-12));
    assertThat(arm.at("/questions/0/pairs/2/emd").asDouble())
        .isCloseTo(0.3944444444444444, within(1e-12));
  }

  @Test
  void ways_armWithoutDrawnAnswers_hasTheOthersOnly() throws Exception {
    JsonNode metrics = run(PROBABILITIES);

    assertThat(metrics.at("/elicitation/0/arm").asText()).isEqualTo("only");
    assertThat(metrics.at("/elicitation/0/ways").size()).isEqualTo(1);
    assertThat(metrics.at("/elicitation/0/pairs").size()).isZero();
    assertThat(metrics.path("arms").size()).isEqualTo(1);
  }

  @Test
  void report_withProbabilities_showsAndVerifiesThem() throws Exception {
    run(PROBABILITIES);

    for (String page : List.of("report.html", "report.md")) {
      assertThat(Files.readString(folder.resolve("out").resolve(page)))
          .contains("Ways of asking against people")
          .contains("Agreement of the ways of asking")
          .contains("token probabilities and stated shares")
          .contains("probabilities.csv, SHA-256");
    }
    assertThat(ReportFolder.verify(folder.resolve("out"))).isEmpty();
    Path rows = folder.resolve("out/probabilities.jsonl");
    Files.writeString(rows, Files.readString(rows).replaceFirst("0\\.6", "0.5"));
    assertThat(ReportFolder.verify(folder.resolve("out")))
        .anySatisfy(finding -> assertThat(finding.file()).isEqualTo("result.json"));
    var schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                ProbabilityFileTest.class.getResourceAsStream("/schemas/metrics.v1.schema.json"));
    assertThat(
            schema.validate(Files.readString(folder.resolve("out/metrics.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void table_wrongRows_areNamed() {
    refused("persona,question,option,probability\nk,p,1,1\n", "line 2: there is no question 'p'");
    refused("persona,question,option,probability\nk,q,4,1\n", "'4' is no option of question q");
    refused("persona,question,option,probability\nk,q,1,60\n", "'60' is no probability");
    refused("persona,question,option,probability\nk,q,1,-2.3\n", "'-2.3' is no probability");
    refused(
        "persona,question,option,probability\nk,q,1,.5\nk,q,1,.5\n",
        "line 3: option '1' has two probabilities");
    refused(
        "persona,question,option,probability\nk,q,1,.7\nk,q,2,.5\n",
        "line 2: the probabilities of persona 'k' add up to 1.2");
    refused("question,option,probability\nq,1,.7\n", "no column 'persona'");
    refused(
        "mode,persona,question,option,probability\nsampled,k,q,1,1\n",
        "'sampled' is neither log-probabilities nor stated");
  }

  private void refused(String table, String part) {
    assertThatThrownBy(() -> run(table))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageContaining("Maybe");
  }

  private JsonNode run(String table) throws IOException {
    Path people = Files.writeString(folder.resolve("humans.csv"), "q\n1\n1\n2\n3\n");
    Path personas =
        Files.writeString(folder.resolve("responses.csv"), "arm,q\nx,1\nx,2\nx,2\nx,3\nx,\n");
    Path probabilities = Files.writeString(folder.resolve("probabilities.csv"), table);
    FileAnalysis.run(
        new AnalyseFiles(
            people,
            personas,
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items("q:3"),
            new AnalyseFiles.Columns(Optional.empty(), Optional.of("arm"), Optional.empty()),
            Set.of(),
            new AnalyseFiles.Effort(0, 0, 1),
            Extras.NONE.withProbabilities(Optional.of(probabilities))));
    return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
  }
}
