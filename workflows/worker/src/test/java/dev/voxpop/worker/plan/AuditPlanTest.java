package dev.voxpop.worker.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.AuditSpec;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.contracts.experiments.Plan;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.CheckReport;
import dev.voxpop.contracts.run.CheckRequest;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.workflow.FakeAnalyses;
import dev.voxpop.worker.workflow.FakeMatchings;
import dev.voxpop.worker.workflow.FakeSurveys;
import dev.voxpop.worker.workflow.Script;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AuditPlanTest {

  private static final String ARMS =
      """
      {"apiVersion": "v1", "seed": 5, "survey": {"wave": "harbour-city-2026", "repeats": 2},
       "decoding": {"temperature": 0.9, "maxTokens": 64},
       "arms": [{"id": "bio", "baseline": "bio", "weights": "human",
                 "format": {"symbol": "lower", "bracket": "dot"}},
                {"id": "greedy", "matching": "greedy", "append": "bio"}]%s}
      """;
  private static final String AUDIT =
      """
      , "audit": {"arm": "%s", "personas": 10, "factors":
         {"temperature": [1, 0.5], "symbol": ["upper", "number"],
          "optionOrder": ["declared", "random"]}}
      """;

  @Test
  void cells_ofABaseline_differFromItsArmInWhatIsVariedOnly() {
    Settled settled = settled(ARMS.formatted(AUDIT.formatted("bio")));
    AuditSpec audit = Objects.requireNonNull(settled.audit());
    ArmSpec bio = settled.arms().getFirst();

    assertThat(settled.arms())
        .extracting(ArmSpec::arm)
        .containsExactly(
            "bio",
            "greedy",
            "bio-audit-01",
            "bio-audit-02",
            "bio-audit-03",
            "bio-audit-04",
            "bio-audit-05",
            "bio-audit-06",
            "bio-audit-07",
            "bio-audit-08");
    assertThat(audit.factors())
        .extracting(varied -> varied.factor().wireName())
        .containsExactly("option-order", "symbol", "temperature");
    for (int cell = 0; cell < 8; cell++) {
      ArmSpec spec = settled.arms().get(2 + cell);
      List<Integer> levels = audit.cells().get(cell).levels();
      assertThat(spec.arm()).isEqualTo(audit.cells().get(cell).arm());
      assertThat(spec.survey().randomiseOptions()).isEqualTo(levels.getFirst() == 1);
      assertThat(spec.format().symbol())
          .isEqualTo(levels.get(1) == 1 ? Symbol.NUMBER : Symbol.UPPER);
      assertThat(spec.decoding().temperature()).isEqualTo(levels.get(2) == 1 ? .5 : 1);
      assertThat(spec.format().bracket()).isEqualTo(bio.format().bracket());
      assertThat(spec.decoding().maxTokens()).isEqualTo(64);
      assertThat(spec.survey().repeats()).isEqualTo(2);
      assertThat(spec.survey().randomiseQuestions()).isEqualTo(bio.survey().randomiseQuestions());
      assertThat(spec.baseline()).isEqualTo(bio.baseline());
      assertThat(spec.weights()).isEqualTo(PersonaWeights.NONE);
      assertThat(spec.pilot()).isEqualTo(10);
    }
    assertThat(settled.arms()).extracting(ArmSpec::hash).doesNotHaveDuplicates();
  }

  @Test
  void cells_ofAMatchedArm_useItsPairs() {
    Settled settled = settled(ARMS.formatted(AUDIT.formatted("greedy")));
    ArmSpec greedy = settled.arms().get(1);

    assertThat(settled.matchings()).hasSize(1);
    assertThat(settled.pools()).hasSize(1);
    assertThat(settled.arms().subList(2, 10))
        .allSatisfy(
            cell -> {
              assertThat(cell.matching()).isEqualTo(greedy.matching());
              assertThat(cell.pool()).isEqualTo(greedy.pool());
              assertThat(cell.append()).isEqualTo(greedy.append());
            });
  }

  @Test
  void cells_ofASmallerPilot_areAsSmall() {
    String document = ARMS.formatted(", \"pilot\": 4" + AUDIT.formatted("bio"));

    assertThat(settled(document).arms()).extracting(ArmSpec::pilot).containsOnly(4);
  }

  @Test
  void arms_besideAnAudit_keepTheirHashes() {
    Settled without = settled(ARMS.formatted(""));
    Settled with = settled(ARMS.formatted(AUDIT.formatted("bio")));

    assertThat(with.arms().subList(0, 2)).isEqualTo(without.arms());
    assertThat(with.documentHash()).isNotEqualTo(without.documentHash());
    assertThat(settled(ARMS.formatted(AUDIT.formatted("bio")))).isEqualTo(with);
    assertThat(without.audit()).isNull();
  }

  /** The numbers are those of the release before there were audits. */
  @Test
  void arms_withoutAnAudit_haveTheHashesTheyAlwaysHad() {
    Settled settled = settled(ARMS.formatted(""));

    assertThat(settled.arms())
        .extracting(ArmSpec::hash)
        .containsExactly(
            "e408341c10b19d43fed941b292521a78c093ad58a41993105668da75930e183a",
            "373f2dd7bf5d535f740b6c8b63235cb7c2118a7abb1b5fd816b9f169ee8ee8d7");
  }

  @Test
  void plan_withAnAudit_countsItsCellsInOneLine() {
    Plan without = Objects.requireNonNull(judged(ARMS.formatted("")).plan());
    Plan with = Objects.requireNonNull(judged(ARMS.formatted(AUDIT.formatted("bio"))).plan());

    assertThat(with.lines())
        .hasSize(without.lines().size() + 1)
        .last()
        .asString()
        .isEqualTo("audit of bio: 8 cells × 10 personas × 3 questions, 480–960 calls");
    assertThat(with.cells() - without.cells()).isEqualTo(480);
    assertThat(with.callsLow() - without.callsLow()).isEqualTo(480);
  }

  @Test
  void questionOrder_ofQuestionsThatAreNotInSeries_isRefused() {
    String document =
        ARMS.formatted(
                """
                , "audit": {"arm": "bio", "factors": {"questionOrder": ["declared", "random"]}}
                """)
            .replace("\"repeats\": 2", "\"inSeries\": false");

    assertThat(judged(document).problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.pointer()).isEqualTo("/audit/factors/questionOrder");
              assertThat(problem.suggestion()).contains("ask in series");
            });
  }

  @Test
  void audit_withoutADesign_isRefused() {
    ExperimentDocument document = read(ARMS.formatted(AUDIT.formatted("bio")));

    assertThat(Admittance.of(document, List.of(), reports(document, Design.MISSING)).problems())
        .extracting(Problem::pointer)
        .containsExactly("/audit");
  }

  private static Settled settled(String document) {
    Admittance judged = judged(document);
    assertThat(judged.problems()).isEmpty();
    return Objects.requireNonNull(judged.settled());
  }

  private static Admittance judged(String text) {
    ExperimentDocument document = read(text);
    return Admittance.of(document, List.of(), reports(document, Design.GIVEN));
  }

  private static ExperimentDocument read(String text) {
    Reading reading = DocumentReader.read(text.getBytes(StandardCharsets.UTF_8), "x");
    assertThat(reading.problems()).isEmpty();
    return Objects.requireNonNull(reading.document());
  }

  private enum Design {
    GIVEN,
    MISSING
  }

  private static List<CheckReport> reports(ExperimentDocument document, Design design) {
    Script script = new Script();
    CheckRequest request = new CheckRequest(document);
    List<CheckReport> reports = new ArrayList<>();
    reports.add(new FakeSurveys(script).check(request));
    reports.add(new FakeMatchings(script).check(request));
    if (design == Design.GIVEN) {
      reports.add(new FakeAnalyses(script).check(request));
    }
    return reports;
  }
}
