package dev.voxpop.worker.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.protobuf.ByteString;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.experiments.RunState;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.contracts.run.ControlOrder;
import dev.voxpop.contracts.run.PauseReason;
import dev.voxpop.contracts.run.SteeringMode;
import dev.voxpop.contracts.workflow.RunExperiment.Budget;
import dev.voxpop.contracts.workflow.RunExperiment.Concurrency;
import dev.voxpop.worker.ExperimentStageResource;
import dev.voxpop.worker.RealServer;
import dev.voxpop.worker.rest.Starter;
import dev.voxpop.worker.rest.Starter.Outcome;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import dev.voxpop.worker.store.Ledger;
import dev.voxpop.worker.store.LogRow;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.testing.WorkflowReplayer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The worker with its own tables on a real PostgreSQL and a real Temporal server, over stages that
 * keep rows in memory: what only a real server does, and what outlives a run.
 */
@ExtendWith(RealServer.class)
@QuarkusTest
@WithTestResource(
    value = ExperimentStageResource.class,
    initArgs = @ResourceArg(name = ExperimentStageResource.REAL, value = "yes"))
class RealServerIT {

  private static final int STARTS = 32;

  @TestHTTPResource @Nullable URI base;
  @Inject WorkflowClient client;
  @Inject Starter starter;
  @Inject Experiments experiments;
  @Inject Ledger ledger;
  @Inject FakeSurveys surveys;
  @Inject Script script;

  private static byte[] document(String id) {
    return document(id, "{\"id\": \"%s-arm\", \"baseline\": \"bio\"}".formatted(id), "");
  }

  private static byte[] document(String id, String arms, String more) {
    return """
        {"apiVersion": "v1", "id": "%s", "survey": {"wave": "harbour-city-2026"},
         "arms": [%s], "budget": {"calls": 1000}%s}
        """
        .formatted(id, arms, more)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** As Temporal's own pages start it: a payload, an id, no policies. */
  private WorkflowStub startByHand(String workflowId, byte[] document) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            "RunExperiment",
            WorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                .setTaskQueue(TaskQueues.EXPERIMENTS)
                .build());
    stub.start(
        new RawValue(
            Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
                .setData(ByteString.copyFrom(document))
                .build()));
    return stub;
  }

  private RunResult completed(String id, byte[] document) {
    assertThat(starter.start(document))
        .isInstanceOfAny(Outcome.Admitted.class, Outcome.Ended.class);
    return completed(id);
  }

  private RunResult completed(String workflowId) {
    try {
      RunResult result =
          client
              .newUntypedWorkflowStub(workflowId)
              .getResult(60, TimeUnit.SECONDS, RunResult.class);
      assertThat(result.state()).isEqualTo(RunState.COMPLETED);
      for (WorkflowExecutionHistory history : Histories.family(client, workflowId)) {
        replay(history);
      }
      return result;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** What a server recorded replays; the replayer knows no termination. */
  private static void replay(WorkflowExecutionHistory history) throws Exception {
    if (!history.getEvents().getLast().hasWorkflowExecutionTerminatedEventAttributes()) {
      WorkflowReplayer.replayWorkflowExecution(
          history,
          RunExperimentWorkflow.class,
          WritePoolWorkflow.class,
          InterviewArmWorkflow.class);
    }
  }

  private ExperimentRow until(String id, String state) {
    await(() -> experiments.find(id).map(row -> row.state.equals(state)).orElse(false));
    return experiments.find(id).orElseThrow();
  }

  private void await(BooleanSupplier condition) {
    CountDownLatch never = new CountDownLatch(1);
    for (int look = 0; look < 600 && !condition.getAsBoolean(); look++) {
      try {
        assertThat(never.await(50, TimeUnit.MILLISECONDS)).isFalse();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
    assertThat(condition.getAsBoolean()).as("%s", script.calls("")).isTrue();
  }

  private WorkflowStub run(String workflowId) {
    return client.newUntypedWorkflowStub(workflowId);
  }

  private List<ControlOrder> orders(String experiment) {
    return surveys.orders().stream().filter(it -> it.experiment().equals(experiment)).toList();
  }

  private static ApplicationFailure failure(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApplicationFailure application) {
        return application;
      }
    }
    throw new AssertionError("No failure with a type.", thrown);
  }

  @Test
  void runTerminatedWhilePaused_isAsItWasWhenStartedAgain() {
    script.at("interview kept-arm 10 ", 1, () -> run("kept").signal("pause", "tea"));
    starter.start(document("kept"));
    until("kept", "paused");
    run("kept").update("setBudget", Void.class, new Budget(null, null, 300L));
    run("kept").update("setConcurrency", Void.class, new Concurrency("default", 5));
    await(() -> orders("kept").getLast().mode() == SteeringMode.PAUSE);
    // Batches that were under way when the pause came end; how many depends on the machine.
    AtomicLong before = new AtomicLong(-1);
    await(() -> before.getAndSet(surveys.calls("kept")) == surveys.calls("kept"));
    long made = surveys.calls("kept");
    assertThat(made).isBetween(1L, 119L);
    run("kept").terminate("by hand");

    assertThat(starter.start(document("kept"))).isInstanceOf(Outcome.Admitted.class);
    ExperimentRow row = until("kept", "paused");
    assertThat(row.run).isEqualTo(1);
    assertThat(row.reason).isEqualTo("operator");
    await(() -> orders("kept").getLast().version() > 1_000_000);
    assertThat(orders("kept").getLast().mode()).isEqualTo(SteeringMode.PAUSE);
    assertThat(orders("kept").getLast().concurrency()).containsEntry("default", 5);
    assertThat(ledger.limit("kept").calls()).isEqualTo(300);
    assertThat(ledger.settled("kept").calls()).isEqualTo(made);
    assertThat(surveys.calls("kept")).isEqualTo(made);

    run("kept").signal("resume", "on");
    assertThat(completed("kept").answered()).isEqualTo(120);
    assertThat(surveys.calls("kept")).isEqualTo(120);
    assertThat(ledger.settled("kept").calls()).isEqualTo(120);
  }

  @Test
  void runTerminatedInTheMiddle_goesOnWhereItWas() {
    script.at("interview middle-arm 20 ", 1, () -> run("middle").terminate("by hand"));
    starter.start(document("middle"));
    script.await("interview middle-arm 20 ");
    assertThatThrownBy(() -> run("middle").getResult(60, TimeUnit.SECONDS, RunResult.class))
        .isInstanceOf(WorkflowFailedException.class);
    assertThat(completed("middle", document("middle")).answered()).isEqualTo(120);
    assertThat(surveys.calls("middle")).isEqualTo(120);
    assertThat(experiments.find("middle").orElseThrow().run).isEqualTo(1);
  }

  @Test
  void childTerminatedInTemporalsPages_pausesTheRunUntilResumed() {
    script.at(
        "interview orphan-arm 20 ", 1, () -> run("orphan/arm/orphan-arm").terminate("by hand"));
    starter.start(document("orphan"));
    ExperimentRow row = until("orphan", "paused");
    assertThat(row.reason).isEqualTo(PauseReason.CHILD_CLOSED.wireName());
    assertThat(row.detail).startsWith("orphan/arm/orphan-arm");
    run("orphan").signal("resume");
    assertThat(completed("orphan").answered()).isEqualTo(120);
    assertThat(surveys.calls("orphan")).isEqualTo(120);
    assertThat(script.calls("enrolArm orphan-arm")).hasSize(2);
  }

  @Test
  void sameWorkflowIdTwice_isRefusedByTheServerAndOtherIdsByTheClaim() {
    script.at("enrolArm twice-arm", 1, () -> run("twice").signal("pause"));
    startByHand("twice", document("twice"));
    until("twice", "paused");
    assertThatThrownBy(() -> startByHand("twice", document("twice")))
        .isInstanceOf(WorkflowExecutionAlreadyStarted.class);
    ApplicationFailure refused =
        failure(
            catchThrowable(
                () ->
                    startByHand("twice-by-another-name", document("twice"))
                        .getResult(60, TimeUnit.SECONDS, RunResult.class)));
    assertThat(refused.getType()).isEqualTo("DuplicateExperiment");
    assertThat(refused.getOriginalMessage())
        .contains("http://")
        .contains("/namespaces/default/workflows/twice/")
        .contains("Maybe");
    assertThat(starter.start(document("twice"))).isInstanceOf(Outcome.Running.class);
    run("twice").signal("resume");
    completed("twice");
    assertThat(surveys.calls("twice")).isEqualTo(120);
  }

  @Test
  void manyStartsThroughEveryEntry_areOneRun() throws Exception {
    script.at(
        "enrolArm crowd-arm",
        1,
        () -> run(experiments.find("crowd").orElseThrow().workflowId).signal("pause"));
    List<Callable<String>> starts = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      String name = "crowd-" + i;
      starts.add(
          switch (i % 3) {
            case 0 -> () -> byHand(name);
            case 1 -> this::byHttp;
            default -> this::byCommand;
          });
    }
    List<String> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(STARTS)) {
      List<Future<String>> all = starts.stream().map(threads::submit).toList();
      until("crowd", "paused");
      run(experiments.find("crowd").orElseThrow().workflowId).signal("resume");
      for (Future<String> answer : all) {
        answers.add(answer.get(90, TimeUnit.SECONDS));
      }
    }
    await(() -> experiments.find("crowd").orElseThrow().state.equals("completed"));
    assertThat(surveys.calls("crowd")).isEqualTo(120);
    assertThat(answers).allMatch(answer -> answer.startsWith("ok") || answer.startsWith("refused"));
    assertThat(experiments.log("crowd", 0))
        .extracting((LogRow line) -> line.state)
        .contains("completed");
  }

  /** Refused at once with a link, or the one that runs, or one that found it finished. */
  private String byHand(String workflowId) {
    Throwable thrown =
        catchThrowable(
            () ->
                startByHand(workflowId, document("crowd"))
                    .getResult(60, TimeUnit.SECONDS, RunResult.class));
    if (thrown == null) {
      return "ok by hand";
    }
    ApplicationFailure failure = failure(thrown);
    return failure.getType().equals("DuplicateExperiment")
            && failure.getOriginalMessage().contains("http://")
        ? "refused with a link"
        : String.valueOf(failure);
  }

  private String byHttp() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(Objects.requireNonNull(base).resolve("/experiments"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(document("crowd")))
            .build();
    var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    boolean linked =
        response.statusCode() == 200
            || response.headers().firstValue("location").orElse("").endsWith("/experiments/crowd");
    return response.statusCode() <= 202 && linked ? "ok by http" : response.toString();
  }

  private String byCommand() {
    return switch (starter.start(document("crowd"))) {
      case Outcome.Admitted run -> "ok " + run.workflowId();
      case Outcome.Running run -> "ok " + run.workflowId();
      case Outcome.Ended ended -> "ok " + ended.result().state();
      case Outcome.Invalid invalid -> String.valueOf(invalid);
      case Outcome.Failed failed -> failed.message();
    };
  }

  @Test
  void editedDocument_buysOnlyWhatIsNew() {
    completed("edited", document("edited"));
    assertThat(surveys.calls("edited")).isEqualTo(120);

    String arm = "{\"id\": \"edited-arm\", \"baseline\": \"bio\"}";
    completed("edited", document("edited", arm, ", \"title\": \"Another title\""));
    completed("edited", document("edited", arm, ", \"analysis\": {\"bootstrap\": 500}"));
    assertThat(surveys.calls("edited")).isEqualTo(120);
    assertThat(script.calls("analyse 1")).hasSizeGreaterThanOrEqualTo(3);

    String second = "{\"id\": \"edited-too\", \"baseline\": \"qa\"}";
    RunResult more = completed("edited", document("edited", arm + "," + second, ""));
    assertThat(more.answered()).isEqualTo(240);
    assertThat(surveys.calls("edited")).isEqualTo(240);
    assertThat(ledger.settled("edited").calls()).isEqualTo(240);
  }

  @Test
  void changedArmThatHasAnswers_isRefusedWithAdvice() {
    completed("changed", document("changed"));
    String other = "{\"id\": \"changed-arm\", \"baseline\": \"portray\"}";
    Outcome refused = starter.start(document("changed", other, ""));
    assertThat(refused).isInstanceOf(Outcome.Invalid.class);
    assertThat(((Outcome.Invalid) refused).problems())
        .singleElement()
        .satisfies(
            (Problem problem) -> {
              assertThat(problem.pointer()).isEqualTo("/arms/0");
              assertThat(problem.suggestion()).contains("new id");
            });
    completed("changed", document("changed"));
    assertThat(surveys.calls("changed")).isEqualTo(120);
  }

  @Test
  void dryRunAndThenTheSameDocument_startsForReal() throws Exception {
    byte[] dry =
        new String(document("dry"), StandardCharsets.UTF_8)
            .replace("\"v1\",", "\"v1\", \"dryRun\": true,")
            .getBytes(StandardCharsets.UTF_8);
    RunResult planned = startByHand("dry", dry).getResult(10, TimeUnit.SECONDS, RunResult.class);
    assertThat(planned.state()).isEqualTo(RunState.PLANNED);
    assertThat(planned.plan().cells()).isEqualTo(120);
    assertThat(experiments.find("dry")).isEmpty();
    assertThat(surveys.calls("dry")).isZero();
    startByHand("dry", document("dry"));
    assertThat(completed("dry").answered()).isEqualTo(120);
  }

  @Test
  void owner_isTheStarterOrTemporalItself() {
    completed("owned", document("owned"));
    startByHand("owned-by-hand", document("owned-by-hand"));
    completed("owned-by-hand");
    assertThat(owner("owned")).isEqualTo("local");
    assertThat(owner("owned-by-hand")).isEqualTo("temporal");
    assertThat(run("owned").describe().getMemo("documentHash", String.class))
        .isEqualTo(experiments.find("owned").orElseThrow().documentHash);
  }

  private @Nullable String owner(String workflowId) {
    return run(workflowId)
        .describe()
        .getTypedSearchAttributes()
        .get(SearchAttributeKey.forKeyword("Owner"));
  }

  @Test
  void priorityOfTheDocument_isThatOfItsChildren() {
    byte[] first =
        document("first", "{\"id\": \"first-arm\", \"baseline\": \"bio\"}", ", \"priority\": 5");
    completed("first", first);
    List<io.temporal.api.common.v1.Priority> places =
        List.of("first", "first/arm/first-arm").stream()
            .map(
                id ->
                    client
                        .fetchHistory(id)
                        .getEvents()
                        .getFirst()
                        .getWorkflowExecutionStartedEventAttributes()
                        .getPriority())
            .toList();
    assertThat(places).extracting(place -> place.getPriorityKey()).containsExactly(1, 1);
    assertThat(places).extracting(place -> place.getFairnessKey()).containsOnly("first");
  }

  @Test
  void runWithoutOrWithTwoPayloads_failsAtOnce() {
    for (Object[] arguments : new Object[][] {{}, {Map.of(), 1}}) {
      WorkflowStub stub =
          client.newUntypedWorkflowStub(
              "RunExperiment",
              WorkflowOptions.newBuilder()
                  .setWorkflowId("payloads-" + arguments.length)
                  .setTaskQueue(TaskQueues.EXPERIMENTS)
                  .build());
      stub.start(arguments);
      assertThat(
              failure(catchThrowable(() -> stub.getResult(5, TimeUnit.SECONDS, RunResult.class)))
                  .getType())
          .isEqualTo("InvalidExperiment");
    }
  }
}
