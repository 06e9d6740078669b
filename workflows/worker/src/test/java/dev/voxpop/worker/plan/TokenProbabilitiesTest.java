package dev.voxpop.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckReport.ModelFacts;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.workflow.FakeAnalyses;
import dev.voxpop.worker.workflow.FakeMatchings;
import dev.voxpop.worker.workflow.FakeSurveys;
import dev.voxpop.worker.workflow.Script;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** An arm that reads token probabilities: its identity, and the model that it needs. */
class TokenProbabilitiesTest {

  private static final String TWO_ARMS =
      """
      {"apiVersion": "v1", "survey": {"wave": "harbour-city-2026"}%s,
       "arms": [{"id": "plain", "baseline": "bio"},
                {"id": "own", "baseline": "qa"%s}]}
      """;

  @Test
  void arm_thatReadsNone_keepsTheIdentityItHadBeforeThereWasAChoice() {
    assertThat(DecodingChoice.DEFAULT.toString())
        .isEqualTo("DecodingChoice[temperature=1.0, topP=1.0, maxTokens=128, maxAttempts=10]");
    String silent = TWO_ARMS.formatted("", "");
    String off = TWO_ARMS.formatted(", \"decoding\": {\"tokenProbabilities\": false}", "");
    String on = TWO_ARMS.formatted(", \"decoding\": {\"tokenProbabilities\": true}", "");

    assertThat(settled(off)).isEqualTo(settled(silent));
    assertThat(settled(off).documentHash()).isEqualTo(settled(silent).documentHash());
    assertThat(settled(on).documentHash()).isNotEqualTo(settled(silent).documentHash());
    for (int arm = 0; arm < 2; arm++) {
      assertThat(settled(on).arms().get(arm).hash())
          .isNotEqualTo(settled(silent).arms().get(arm).hash());
    }
  }

  @Test
  void arm_withDecodingOfItsOwn_readsForItself() {
    Settled settled =
        settled(TWO_ARMS.formatted("", ", \"decoding\": {\"tokenProbabilities\": true}"));

    assertThat(settled.arms())
        .extracting(ArmSpec::decoding)
        .containsExactly(DecodingChoice.DEFAULT, DecodingChoice.DEFAULT.withTokenProbabilities());
    assertThat(settled.arms().getFirst().hash())
        .isEqualTo(settled(TWO_ARMS.formatted("", "")).arms().getFirst().hash());
  }

  @Test
  void cells_ofAnAudit_readNone() {
    String audit =
        """
        , "decoding": {"tokenProbabilities": true},
        "audit": {"arm": "own", "factors": {"symbol": ["upper", "number"]}}
        """;
    Settled settled = settled(TWO_ARMS.formatted(audit, ""));

    assertThat(settled.arms())
        .extracting(arm -> arm.decoding().tokenProbabilities())
        .containsExactly(true, true, false, false);
    assertThat(problems(TWO_ARMS.formatted(audit, ""), 0))
        .extracting(Problem::pointer)
        .containsExactly("/decoding/tokenProbabilities");
  }

  @Test
  void model_withoutLogProbabilities_isRefusedWhereTheyAreAskedFor() {
    String both = ", \"decoding\": {\"tokenProbabilities\": true}";
    Problem document =
        new Problem(
            "/decoding/tokenProbabilities",
            "the model alias \"default\" gives no log-probabilities",
            "leave it out, or name a model that gives them");

    assertThat(problems(TWO_ARMS.formatted(both, ""), 0)).containsExactly(document);
    assertThat(problems(TWO_ARMS.formatted("", both), 0))
        .extracting(Problem::pointer)
        .containsExactly("/arms/1/decoding/tokenProbabilities");
    assertThat(problems(TWO_ARMS.formatted(both, both), 5)).isEmpty();
    assertThat(problems(TWO_ARMS.formatted("", ""), 0)).isEmpty();
    assertThat(document.text()).contains("\n  Maybe leave it out");
  }

  @Test
  void field_thatIsNoTruth_isRefusedAtItsPlace() {
    String text = TWO_ARMS.formatted(", \"decoding\": {\"tokenProbabilities\": 20}", "");

    assertThat(read(text).problems())
        .extracting(Problem::pointer)
        .containsExactly("/decoding/tokenProbabilities");
  }

  private static Settled settled(String text) {
    return Objects.requireNonNull(judged(text, 5).settled());
  }

  private static List<Problem> problems(String text, int topLogprobs) {
    return judged(text, topLogprobs).problems();
  }

  private static Admittance judged(String text, int topLogprobs) {
    ExperimentDocument document = Objects.requireNonNull(read(text).document());
    Script script = new Script();
    CheckRequest check = new CheckRequest(document);
    CheckReport survey = new FakeSurveys(script).check(check);
    List<ModelFacts> models =
        survey.models().stream().map(model -> giving(model, topLogprobs)).toList();
    return Admittance.of(
        document,
        List.of(),
        List.of(
            new CheckReport(
                survey.problems(), survey.wave(), survey.sample(), models, survey.pools()),
            new FakeMatchings(script).check(check),
            new FakeAnalyses(script).check(check)));
  }

  private static ModelFacts giving(ModelFacts model, int topLogprobs) {
    return new ModelFacts(
        model.alias(),
        model.model(),
        model.kind(),
        model.contextWindow(),
        model.maxN(),
        topLogprobs,
        model.supportsSeed(),
        model.maxConcurrency(),
        model.inputPrice(),
        model.outputPrice(),
        model.simulated());
  }

  private static Reading read(String text) {
    return DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "from-workflow");
  }
}
