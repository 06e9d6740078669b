package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.comparison.PersonaWeighting;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.tabular.AnalyseFiles.Extras;
import dev.voxpop.analysis.tabular.AnalyseFiles.Pairing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three weightings of the same eight responses. Correlation reference: numpy 2.4.6, {@code
 * np.cov(x, y, aweights=w)} of the codes below, divided by its standard deviations.
 */
class PersonaWeightsTest {

  private static final String HUMANS =
      "key,w,a,b\np,1,1,1\nq,3,2,3\nr,2,3,2\ns,1,1,2\nt,1,3,3\nu,2,2,1\n";

  private static final String RESPONSES =
      """
      pid,story,who,a,b
      k1,s1,p,1,1
      k2,s1,q,1,2
      k3,s1,r,2,3
      k4,s2,s,2,2
      k5,s3,t,3,3
      k6,s3,,3,2
      k7,s3,,,1
      k8,s4,,2,1
      """;

  private static final String WEIGHTS =
      "persona,weight\nk1,2\nk2,0.5\nk3,1\nk4,0.25\nk5,1.5\nk6,0.75\nk7,1\nk8,1\nk9,4\n";

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void weights() throws IOException {
    Files.writeString(folder.resolve("weights.csv"), WEIGHTS);
  }

  @Test
  void raked_weightsOfAFile_enterSharesMatricesAndTheEffectiveNumber() throws Exception {
    JsonNode arm = run(raked("weights.csv", "pid")).at("/arms/0");

    // 2 + 0.5 of the 7 that answered a; 2.25 and 2.25 for the others
    assertThat(arm.at("/questions/0/persona/0").asDouble()).isCloseTo(2.5 / 7, within(1e-15));
    assertThat(arm.at("/questions/0/persona/1").asDouble()).isCloseTo(2.25 / 7, within(1e-15));
    double stories = 3.5 * 3.5 + .25 * .25 + 3.25 * 3.25 + 1;
    assertThat(arm.path("effective").asDouble()).isCloseTo(64 / stories, within(1e-12));
    assertThat(arm.path("weighting").asText()).isEqualTo("raked");
    assertThat(correlation("consistent")).isCloseTo(0.6841347261132286, within(1e-12));
    assertThat(correlation("original")).isCloseTo(0.5, within(1e-12));
    assertThat(arm.at("/weightedMean/emd").asDouble())
        .isCloseTo(run(human()).at("/arms/0/mean/emd").asDouble(), within(1e-15));
  }

  @Test
  void raked_report_namesTheFileAndCanBeVerified() throws Exception {
    run(raked("weights.csv", "pid"));

    for (String page : List.of("report.html", "report.md")) {
      assertThat(Files.readString(folder.resolve("out").resolve(page)))
          .contains("raked: weights.csv by column pid, SHA-256")
          .contains("weighted by raking to the margins");
    }
    assertThat(ReportFolder.verify(folder.resolve("out"))).isEmpty();
  }

  @Test
  void human_matchedPeople_lendTheirWeights() throws Exception {
    JsonNode arm = run(human()).at("/arms/0");

    // p 1, q 3 say 1; r 2, s 1, the unmatched 1 say 2; t 1, the unmatched 1 say 3
    assertThat(arm.at("/questions/0/persona/0").asDouble()).isCloseTo(.4, within(1e-15));
    assertThat(arm.at("/questions/0/persona/2").asDouble()).isCloseTo(.2, within(1e-15));
    assertThat(arm.path("mean")).isEqualTo(arm.path("weightedMean"));
  }

  @Test
  void perStory_personaWithoutAnswer_leavesItsStoryWhole() throws Exception {
    Extras extras = paired(new PersonaWeights.Plain(PersonaWeighting.PER_STORY));
    JsonNode arm = run(extras).at("/arms/0");

    // s1 gives 2/3 to the first option, s3 all of its one to the third, though k7 is silent
    assertThat(arm.at("/questions/0/persona/0").asDouble()).isCloseTo(1 / 6.0, within(1e-15));
    assertThat(arm.at("/questions/0/persona/2").asDouble()).isCloseTo(1 / 4.0, within(1e-15));
    assertThat(arm.path("weighting").asText()).isEqualTo("per-story");
  }

  @Test
  void none_leavesNoTrace() throws Exception {
    JsonNode metrics = run(paired(PersonaWeights.none()));

    assertThat(metrics.at("/arms/0").has("weighting")).isFalse();
    assertThat(metrics.path("facts").has("Persona weights")).isFalse();
    assertThat(metrics.at("/arms/0/questions/0/persona/0").asDouble())
        .isCloseTo(2 / 7.0, within(1e-15));
  }

  @Test
  void raked_personaUnknownTwiceOrWrong_isNamed() throws Exception {
    Files.writeString(folder.resolve("few.csv"), "persona,weight\nk1,1\n");
    Files.writeString(folder.resolve("twice.csv"), "persona,weight\nk1,1\nk1,2\n");
    Files.writeString(folder.resolve("minus.csv"), "persona,weight\nk1,-1\n");
    Files.writeString(folder.resolve("other.csv"), "id,weight\nk1,1\n");

    refused(raked("few.csv", "pid"), "line 3: few.csv has no weight for persona 'k2'");
    refused(raked("twice.csv", "pid"), "line 3: persona 'k1' has two weights");
    refused(raked("minus.csv", "pid"), "the weight '-1' is no number from 0 on");
    refused(raked("other.csv", "pid"), "has no column 'persona'");
    refused(raked("weights.csv", "pad"), "Maybe you meant 'pid'");
    assertThatThrownBy(() -> Extras.NONE.weighing(new PersonaWeights.Plain(PersonaWeighting.ROW)))
        .hasMessageContaining("Maybe add --id and --respondent");
  }

  private void refused(Extras extras, String part) {
    assertThatThrownBy(() -> run(extras))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part)
        .hasMessageContaining("Maybe");
  }

  private Extras raked(String file, String column) {
    return paired(new PersonaWeights.Raked(folder.resolve(file), column));
  }

  private static Extras human() {
    return paired(new PersonaWeights.Plain(PersonaWeighting.ROW));
  }

  private static Extras paired(PersonaWeights weights) {
    return new Extras(
        Optional.of(new Pairing("key", "who")),
        Extras.NONE.groups(),
        Extras.NONE.factors(),
        Extras.NONE.unknown(),
        Extras.NONE.options(),
        weights,
        Optional.empty());
  }

  private double correlation(String preset) throws IOException {
    for (String line : Files.readAllLines(folder.resolve("out/matrices.jsonl"))) {
      JsonNode cell = new ObjectMapper().readTree(line);
      if (cell.path("side").asText().equals("responses")
          && cell.path("preset").asText().equals(preset)
          && cell.path("question").asText().equals("a")
          && cell.path("other").asText().equals("b")) {
        return cell.path("correlation").asDouble();
      }
    }
    return Double.NaN;
  }

  private JsonNode run(Extras extras) throws IOException {
    Path people = Files.writeString(folder.resolve("humans.csv"), HUMANS);
    Path personas = Files.writeString(folder.resolve("responses.csv"), RESPONSES);
    FileAnalysis.run(
        new AnalyseFiles(
            people,
            personas,
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items("a:3,b:3"),
            new AnalyseFiles.Columns(Optional.of("w"), Optional.empty(), Optional.of("story")),
            Set.of(),
            new AnalyseFiles.Effort(10, 20, 1),
            extras));
    return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
  }
}
