package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.matching.RakeReceipt;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunExperimentTest {

  private static final String AUDIT =
      "\"audit\": {\"arm\": \"bio\", \"personas\": 10, \"factors\":"
          + " {\"symbol\": [\"upper\", \"number\"], \"temperature\": [0.5, 1]}}";

  private final World world = new World();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void everyKindOfArm_isInterviewedAndReported() throws IOException {
    String document = Files.readString(Path.of("..", "..", "examples", "eleven-arms.json"));
    RunResult result = world.run("eleven-arms", document);

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(result.headline()).hasSize(11);
    assertThat(result.answered()).isEqualTo(11L * FakeSurveys.PEOPLE * FakeSurveys.QUESTIONS);
    assertThat(result.planned()).isEqualTo(result.answered());
    assertThat(result.report()).isEqualTo("/analysis/experiments/eleven-arms/report");
    assertThat(world.script.calls("open ")).hasSize(4);
    assertThat(world.script.calls("match "))
        .containsExactlyInAnyOrder("match greedy", "match maximum");
    assertThat(world.script.calls("enrolStories ")).hasSize(1);
    assertThat(world.script.calls("interview ")).hasSize(11 * 4);
    assertThat(world.experiments.stillGranted()).isEqualTo(result.answered() + 4 * 41 + 40);
  }

  @Test
  void phasesAndEnd_areLoggedInTheirOrder() {
    world.run("logged", World.ONE_ARM);
    List<StateChange> log = world.experiments.log();
    assertThat(log).extracting(StateChange::version).isSorted().doesNotHaveDuplicates();
    assertThat(log)
        .extracting(StateChange::phase)
        .containsExactly(
            RunPhase.VALIDATION,
            RunPhase.BACKSTORIES,
            RunPhase.MATCHING,
            RunPhase.SURVEY,
            RunPhase.ANALYSIS,
            RunPhase.REPORT,
            RunPhase.REPORT);
    StateChange last = log.getLast();
    assertThat(last.state()).isEqualTo(RunState.COMPLETED);
    assertThat(last.result()).isNotNull();
  }

  @Test
  void defaultArms_waitForTheirPool() {
    RunResult result = world.run("smallest", World.SMALLEST);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(result.headline())
        .extracting(row -> row.arm())
        .containsExactly("baseline-bio", "greedy-bio");
    assertThat(world.script.calls("askTraits")).hasSize(4);
  }

  private static final String RAKED =
      """
      {"apiVersion": "v1", "survey": {"wave": "harbour-city-2026"},
       "pools": {"natural": {"generate": {"stories": 40}}},
       "matchings": {"greedy": {"pool": "natural"}},
       "arms": [{"id": "base", "baseline": "bio"},
                {"id": "raked", "stories": "natural", "weights": "raked"}%s],
       "analysis": {"raking": {"traits": ["age_4"], "membership": "modal"}}}
      """;

  @Test
  void rakedArm_withoutMatching_asksTraitsAndWeighsBeforeTheReport() {
    RunResult result = world.run("raked", RAKED.formatted(""));

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.script.calls("askTraits")).hasSize(4);
    assertThat(world.script.calls("match ")).isEmpty();
    assertThat(world.script.calls("")).containsSubsequence("rake pool by age_4 modal", "analyse 2");
    assertThat(world.analyses.requests().getFirst().rakings())
        .singleElement()
        .satisfies(
            raking ->
                assertThat(raking.covers(world.analyses.requests().getFirst().arms().get(1)))
                    .isTrue());
  }

  @Test
  void rakedPairs_areWeighedAfterTheirMatching() {
    String more = ", {\"id\": \"pairs\", \"matching\": \"greedy\", \"weights\": \"raked\"}";
    RunResult result = world.run("raked-pairs", RAKED.formatted(more));

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.script.calls("enrolStories ")).hasSize(1);
    assertThat(world.script.calls(""))
        .containsSubsequence("match greedy", "rake pairs by age_4 modal", "analyse 3");
    assertThat(world.script.calls("rake ")).hasSize(2);
  }

  @Test
  void rakingThatFindsNoWeights_losesNothingOfTheRun() {
    world.script.answer(
        "rake pool", 1, () -> new RakeReceipt("w-1", 40, 0, 0, 0, "No persona has [age_4 = 65+]."));
    RunResult result = world.run("unraked", RAKED.formatted(""));

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(result.headline()).hasSize(2);
  }

  @Test
  void rakingStageThatFailsForAWhile_isAskedAgain() {
    world.script.at("rake pool", 1, RunExperimentTest::fail);
    world.script.at("rake pool", 2, RunExperimentTest::fail);

    assertThat(world.run("raked-late", RAKED.formatted("")).state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.script.calls("rake pool")).hasSize(3);
  }

  @Test
  void audit_everyCell_isAnArmOfTheFirstPersonas() {
    String document = World.ONE_ARM.replace("\"bio\"}]}", "\"bio\"}], " + AUDIT + "}");
    RunResult result = world.run("audited", document);

    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(result.plan().cells()).isEqualTo(120 + 4 * 30);
    assertThat(result.plan().lines())
        .anyMatch(line -> line.startsWith("audit of bio: 4 cells × 10 personas × 3 questions,"));
    assertThat(world.script.calls("enrolArm bio-audit-")).hasSize(4);
    assertThat(world.script.calls("analyse ")).containsExactly("analyse 5");
    assertThat(world.script.calls("audit of ")).containsExactly("audit of bio in 4");
  }

  @Test
  void dryRun_plansAndBuysNothing() {
    String document = World.ONE_ARM.replace("\"v1\",", "\"v1\", \"dryRun\": true,");
    RunResult result = world.run("planned", document);
    assertThat(result.state()).isEqualTo(RunState.PLANNED);
    assertThat(result.plan().cells()).isEqualTo(120);
    assertThat(world.script.calls("drawSample")).isEmpty();
    assertThat(world.script.calls("interview")).isEmpty();
    assertThat(world.script.calls("record")).isEmpty();
  }

  @Test
  void stageThatFailsForAWhile_isAskedAgain() {
    for (int nth = 1; nth <= 6; nth++) {
      world.script.at("interview bio 0 ", nth, RunExperimentTest::fail);
      world.script.at("completeArm", nth, RunExperimentTest::fail);
      world.script.at("survey check", nth, RunExperimentTest::fail);
      world.script.at("admit", nth, RunExperimentTest::fail);
    }
    RunResult result = world.run("retried", World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.script.calls("interview bio 0 ")).hasSize(7);
    assertThat(world.surveys.answers()).isEqualTo(120);
  }

  private static void fail() {
    throw ApplicationFailure.newFailure("the store is away", "StoreUnavailable");
  }

  @Test
  void batchThatYields_isAskedAgainWithAnotherTurn() {
    world.script.answer("interview bio 10 ", 1, () -> Tallies.yielded(10, 60_000));
    RunResult result = world.run("yields", World.ONE_ARM);
    assertThat(result.state()).isEqualTo(RunState.COMPLETED);
    assertThat(world.surveys.batches()).extracting(batch -> batch.turn()).doesNotHaveDuplicates();
    assertThat(world.script.calls("interview bio 10 ")).hasSize(2);
  }

  @Test
  void refusedMatching_failsTheRunAndStopsTheStages() {
    world.script.at(
        "match greedy",
        1,
        () -> {
          throw ApplicationFailure.newNonRetryableFailure("no people", "MissingData");
        });
    WorkflowStub stub = world.start("failing", World.SMALLEST);
    assertThat(Failures.of(world, stub).getType()).isEqualTo("MissingData");
    assertThat(world.experiments.log().getLast().state()).isEqualTo(RunState.FAILED);
    assertThat(world.experiments.log().getLast().detail()).isEqualTo("MissingData: no people");
    assertThat(world.surveys.orders().getLast().mode().wireName()).isEqualTo("stop");
  }
}
