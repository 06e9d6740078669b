package dev.voxpop.analysis.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.voxpop.analysis.comparison.Settings;
import dev.voxpop.analysis.comparison.Settings.AlphaVariants;
import dev.voxpop.analysis.comparison.Settings.BoundSize;
import dev.voxpop.analysis.draw.Draws;
import dev.voxpop.analysis.store.ReportFolder;
import dev.voxpop.analysis.tabular.AnalyseFiles.Extras;
import dev.voxpop.analysis.tabular.AnalyseFiles.UnknownCodes;
import dev.voxpop.analysis.uncertainty.Adjustment;
import dev.voxpop.analysis.uncertainty.IntervalKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reference values: scipy 1.17.1, command {@code python reference/accelerated.py}. */
class AcceleratedIntervalsTest {

  private static final Settings.Options CHOICES =
      new Settings.Options(
          BoundSize.SIZE_MATCHED,
          IntervalKind.BIAS_CORRECTED,
          Adjustment.BENJAMINI_HOCHBERG,
          AlphaVariants.WITH_WEIGHTED);

  @TempDir private Path folder = Path.of("");

  @Test
  void intervals_accelerated_equalScipyOnTheSameRounds() throws Exception {
    JsonNode metrics = run(CHOICES);

    bounds(
        metrics.at("/arms/1/questions/0/intervals/emdNormalised"),
        0.02435199799762897,
        0.20339341337597502);
    JsonNode share = metrics.at("/arms/0/questions/0/shareIntervals/4");
    assertThat(share.get(0).asDouble()).isCloseTo(0.369823275885217, within(1e-9));
    assertThat(share.get(1).asDouble()).isCloseTo(0.675, within(1e-9));
    JsonNode difference = metrics.path("differences").path(1);
    assertThat(difference.path("metric").asText()).isEqualTo("emdNormalised/mean");
    bounds(difference.path("interval"), -0.08343559957860583, 0.25571811039134384);
    JsonNode gap = metrics.at("/subgroups/0/gaps/1");
    assertThat(gap.path("metric").asText()).isEqualTo("emdNormalised");
    assertThat(gap.path("value").asDouble()).isCloseTo(0.14854010025062653, within(1e-12));
    bounds(gap.path("interval"), -0.03621837734001371, 0.35048411871121177);
  }

  @Test
  void choices_notUsual_areSaidInPagesNumbersAndRows() throws Exception {
    JsonNode metrics = run(CHOICES);

    assertThat(metrics.at("/choices/intervals").asText()).isEqualTo("bca");
    assertThat(metrics.at("/choices/bound").asText()).isEqualTo("size-matched");
    assertThat(metrics.at("/choices/adjustment").asText()).isEqualTo("benjamini-hochberg");
    for (String page : List.of("report.html", "report.md")) {
      assertThat(Files.readString(folder.resolve("out").resolve(page)))
          .contains("Equal sizes: against halves of the people")
          .contains("bias-corrected and accelerated")
          .contains("false discovery rate")
          .contains("Pairwise, weighted");
    }
    assertThat(ReportFolder.verify(folder.resolve("out"))).isEmpty();
  }

  @Test
  void choices_usual_areNotWritten() throws Exception {
    assertThat(run(Settings.Options.USUAL).has("choices")).isFalse();
    assertThat(Files.readString(folder.resolve("out/report.md")))
        .doesNotContain("Equal sizes")
        .contains("Percentile bootstrap");
  }

  private static void bounds(JsonNode interval, double low, double high) {
    assertThat(interval.path("low").asDouble()).isCloseTo(low, within(1e-9));
    assertThat(interval.path("high").asDouble()).isCloseTo(high, within(1e-9));
  }

  /** Arm a has the stories 0 … 39 once, arm b the stories 15 … 39 twice. */
  private JsonNode run(Settings.Options options) throws IOException {
    StringBuilder humans = new StringBuilder("q,g\n");
    for (int i = 0; i < 90; i++) {
      humans.append("%d,%d\n".formatted(1 + below(1, i, 5), below(2, i, 2)));
    }
    StringBuilder responses = new StringBuilder("arm,story,q,g\n");
    for (int i = 0; i < 40; i++) {
      int answer = 1 + Math.min(4, 1 + below(3, i, 5));
      responses.append("a,s%02d,%d,%d\n".formatted(i, answer, below(5, i, 2)));
    }
    for (int i = 0; i < 50; i++) {
      int story = 15 + i / 2;
      responses.append("b,s%02d,%d,%d\n".formatted(story, 1 + below(4, i, 5), below(5, story, 2)));
    }
    Path people = Files.writeString(folder.resolve("humans.csv"), humans);
    Path personas = Files.writeString(folder.resolve("responses.csv"), responses);
    FileAnalysis.run(
        new AnalyseFiles(
            people,
            personas,
            folder.resolve("out"),
            new AnalyseFiles.Questions.Items("q:5"),
            new AnalyseFiles.Columns(Optional.empty(), Optional.of("arm"), Optional.of("story")),
            Set.of(),
            new AnalyseFiles.Effort(20, 199, 1),
            new Extras(Optional.empty(), List.of("g"), List.of(), UnknownCodes.FAIL, options)));
    return new ObjectMapper().readTree(folder.resolve("out/metrics.json").toFile());
  }

  private static int below(int stream, int n, int k) {
    return new Draws(3, stream).below(n, k);
  }
}
