package dev.voxpop.worker.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.voxpop.contracts.experiments.Admission.Outcome;
import dev.voxpop.contracts.experiments.GrantRequest;
import dev.voxpop.contracts.experiments.RunPhase;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.experiments.StateChange;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.Allowance;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.worker.ExperimentStageResource;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import dev.voxpop.worker.store.Ledger;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ExperimentStageResource.class)
class ClaimsIT {

  @Inject Claims claims;
  @Inject Experiments experiments;
  @Inject Ledger ledger;
  @Inject WorkflowClient client;

  private static Application application(String id, String run) {
    return Applications.of(Applications.document(id, "bio", 1), id, run);
  }

  private void end(String id, String run, RunState state, @Nullable PauseReason reason) {
    experiments.record(
        new StateChange(id, run, 900_000, state, RunPhase.REPORT, reason, "", null), null);
  }

  @Test
  void newExperiment_isClaimedAndTheSameRunHearsTheSame() {
    Claim first = claims.claim(application("fresh", "run-1"));
    assertThat(first).isEqualTo(new Claim(Outcome.CLAIMED, 0, false, Map.of()));
    assertThat(claims.claim(application("fresh", "run-1"))).isEqualTo(first);
    ExperimentRow row = experiments.find("fresh").orElseThrow();
    assertThat(row.state).isEqualTo("running");
    assertThat(experiments.log("fresh", 0)).hasSize(1);
  }

  @Test
  void experimentWhoseRunEnded_isResumedWithTheNextNumber() {
    claims.claim(application("ended", "run-1"));
    end("ended", "run-1", RunState.PARTIAL, null);
    assertThat(claims.claim(application("ended", "run-2")))
        .isEqualTo(new Claim(Outcome.RESUMED, 1, false, Map.of()));
    assertThat(claims.claim(application("ended", "run-2")))
        .isEqualTo(new Claim(Outcome.RESUMED, 1, false, Map.of()));
  }

  @Test
  void completedExperiment_isFinishedUntilAnArmIsAdded() {
    claims.claim(application("whole", "run-1"));
    end("whole", "run-1", RunState.COMPLETED, null);
    assertThat(claims.claim(application("whole", "run-2")).outcome()).isEqualTo(Outcome.FINISHED);
    end("whole", "run-2", RunState.COMPLETED, null);
    String more =
        Applications.document("whole", "bio", 1)
            .replace("\"bio\"}]", "\"bio\"}, {\"id\": \"qa\", \"baseline\": \"qa\"}]");
    assertThat(claims.claim(Applications.of(more, "whole", "run-3")).outcome())
        .isEqualTo(Outcome.RESUMED);
  }

  @Test
  void operatorsPause_outlivesTheRun() {
    claims.claim(application("paused", "run-1"));
    end("paused", "run-1", RunState.PAUSED, PauseReason.OPERATOR);
    assertThat(claims.claim(application("paused", "run-2")).paused()).isTrue();
    end("paused", "run-2", RunState.PAUSED, PauseReason.BUDGET);
    assertThat(claims.claim(application("paused", "run-3")).paused()).isTrue();
  }

  @Test
  void changedArmWithAnswers_isRefusedAtItsPlace() {
    claims.claim(application("changed", "run-1"));
    end("changed", "run-1", RunState.PARTIAL, null);
    Application changed =
        Applications.of(
            Applications.document("changed", "bio", 2),
            "changed",
            "run-2",
            Map.of("changed/arm/bio", new Allowance(5, 5, 5)));
    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> claims.claim(changed));
    assertThat(failure.getType()).isEqualTo("InvalidExperiment");
    assertThat(failure.getDetails().get(0, Problem[].class))
        .singleElement()
        .extracting(Problem::pointer)
        .isEqualTo("/arms/0");
    assertThat(experiments.find("changed").orElseThrow().runId).isEqualTo("run-1");
  }

  @Test
  void changedArmWithoutAnswers_isAccepted() {
    claims.claim(application("free", "run-1"));
    end("free", "run-1", RunState.PARTIAL, null);
    Application changed = Applications.of(Applications.document("free", "bio", 2), "free", "run-2");
    assertThat(claims.claim(changed).outcome()).isEqualTo(Outcome.RESUMED);
  }

  @Test
  void takeOver_booksWhatTheStagesSay() {
    claims.claim(application("spent", "run-1"));
    Allowance much = new Allowance(900, Allowance.UNLIMITED, Allowance.UNLIMITED);
    ledger.grant(
        new GrantRequest(
            "spent", "spent/arm/bio", 0, 0, much, much, Allowance.NONE, Allowance.NONE));
    end("spent", "run-1", RunState.FAILED, null);
    claims.claim(
        Applications.of(
            Applications.document("spent", "bio", 1),
            "spent",
            "run-2",
            Map.of("spent/arm/bio", new Allowance(40, 4_000, 0))));
    assertThat(ledger.settled("spent")).isEqualTo(new Allowance(40, 4_000, 0));
    assertThat(
            ledger
                .grant(
                    new GrantRequest(
                        "spent",
                        "spent/arm/bio",
                        100,
                        0,
                        Allowance.WITHOUT_LIMIT,
                        Allowance.NONE,
                        Allowance.NONE,
                        Allowance.NONE))
                .granted()
                .calls())
        .isEqualTo(960);
  }

  private WorkflowExecution openRun(String id) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            "RunExperiment",
            WorkflowOptions.newBuilder().setWorkflowId(id).setTaskQueue("nobody").build());
    return stub.start();
  }

  @Test
  void experimentOfAnOpenRun_isRefused() {
    WorkflowExecution holder = openRun("held-by-workflow");
    claims.claim(
        Applications.of(
            Applications.document("held", "bio", 1), holder.getWorkflowId(), holder.getRunId()));
    assertThatThrownBy(() -> claims.claim(application("held", "another")))
        .isInstanceOfSatisfying(
            ApplicationFailure.class,
            failure -> {
              assertThat(failure.getType()).isEqualTo("DuplicateExperiment");
              assertThat(failure.getOriginalMessage()).contains("held-by-workflow");
            });
    client.newUntypedWorkflowStub("held-by-workflow").terminate("by hand");
    assertThat(claims.claim(application("held", "another")).outcome()).isEqualTo(Outcome.RESUMED);
  }

  @Test
  void thirtyTwoRunsAtOnce_oneGetsTheClaim() throws Exception {
    List<Application> applications = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      WorkflowExecution run = openRun("crowd-" + i);
      applications.add(
          Applications.of(
              Applications.document("crowd", "bio", 1), run.getWorkflowId(), run.getRunId()));
    }
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(32)) {
      List<Callable<String>> tasks =
          applications.stream().<Callable<String>>map(one -> () -> answer(one)).toList();
      for (Future<String> answer : threads.invokeAll(tasks)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn("CLAIMED"::equals).hasSize(1);
    assertThat(answers).filteredOn("DuplicateExperiment"::equals).hasSize(31);
  }

  private String answer(Application application) {
    try {
      return claims.claim(application).outcome().name();
    } catch (ApplicationFailure refused) {
      return refused.getType();
    }
  }

  @Test
  void log_keepsTheOrderAndIgnoresOldRuns() {
    claims.claim(application("logged", "run-1"));
    experiments.record(change("logged", "run-1", 5, RunState.PAUSED), null);
    experiments.record(change("logged", "run-1", 4, RunState.RUNNING), null);
    experiments.record(change("logged", "run-1", 5, RunState.RUNNING), null);
    experiments.record(change("logged", "run-0", 6, RunState.FAILED), null);
    experiments.record(change("unknown", "run-0", 6, RunState.FAILED), null);
    assertThat(experiments.find("logged").orElseThrow().state).isEqualTo("paused");
    assertThat(experiments.log("logged", 0))
        .extracting(line -> line.version)
        .containsExactly(1L, 5L);
    experiments.record(change("logged", "run-1", 7, RunState.COMPLETED), "{}");
    assertThat(experiments.find("logged").orElseThrow().result).isEqualTo("{}");
    assertThat(experiments.unfinished()).extracting(row -> row.id).doesNotContain("logged");
  }

  private static StateChange change(String id, String run, long version, RunState state) {
    return new StateChange(id, run, version, state, RunPhase.SURVEY, null, "", null);
  }
}
