package dev.voxpop.worker.workflow;

import com.google.protobuf.ByteString;
import com.google.protobuf.util.Timestamps;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.workflow.RunProgress;
import dev.voxpop.hosting.Payloads;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.RawValue;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.worker.WorkflowImplementationOptions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The real workflows, hosted as in production, on a server that skips time, over fake stages. */
final class World implements AutoCloseable {

  static final String SMALLEST =
      "{\"apiVersion\": \"v1\", \"survey\": {\"wave\": \"harbour-city-2026\"}}";

  /** One arm without stories: forty people, three questions, four batches. */
  static final String ONE_ARM =
      """
      {"apiVersion": "v1", "survey": {"wave": "harbour-city-2026"},
       "arms": [{"id": "bio", "baseline": "bio"}]}
      """;

  final Script script = new Script();
  final FakeExperiments experiments = new FakeExperiments(script);
  final FakeSurveys surveys = new FakeSurveys(script);
  final FakeBackstories backstories = new FakeBackstories(script);
  final FakeMatchings matchings = new FakeMatchings(script);
  final FakeAnalyses analyses = new FakeAnalyses(script);
  final TestWorkflowEnvironment environment;
  final WorkflowClient client;

  World() {
    this(
        options()
            .registerSearchAttribute("Phase", IndexedValueType.INDEXED_VALUE_TYPE_KEYWORD)
            .registerSearchAttribute("Completed", IndexedValueType.INDEXED_VALUE_TYPE_INT)
            .build());
  }

  /** A world on a server that is running already, whose time is everybody's. */
  World(String target) {
    this(options().setUseExternalService(true).setTarget(target).build());
  }

  private static TestEnvironmentOptions.Builder options() {
    return TestEnvironmentOptions.newBuilder()
        .setWorkflowClientOptions(
            WorkflowClientOptions.newBuilder().setDataConverter(Payloads.converter()).build())
        .setWorkerFactoryOptions(
            WorkerFactoryOptions.newBuilder().setUsingVirtualWorkflowThreads(true).build());
  }

  private World(TestEnvironmentOptions options) {
    environment = TestWorkflowEnvironment.newInstance(options);
    client = environment.getWorkflowClient();
    Worker worker = activities(TaskQueues.EXPERIMENTS, experiments);
    worker.registerWorkflowImplementationTypes(
        WorkflowImplementationOptions.newBuilder()
            .setFailWorkflowExceptionTypes(DataConverterException.class)
            .build(),
        RunExperimentWorkflow.class,
        WritePoolWorkflow.class,
        InterviewArmWorkflow.class);
    activities(TaskQueues.SURVEY, surveys);
    activities(TaskQueues.BACKSTORY, backstories);
    activities(TaskQueues.MATCHING, matchings);
    activities(TaskQueues.ANALYSIS, analyses);
    environment.start();
  }

  private Worker activities(String queue, Object implementation) {
    Worker worker =
        environment.newWorker(
            queue,
            WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                .setMaxHeartbeatThrottleInterval(Duration.ofSeconds(5))
                .build());
    worker.registerActivitiesImplementations(implementation);
    return worker;
  }

  /** Starts a run with these payloads as they are. */
  WorkflowStub start(String id, byte[]... payloads) {
    WorkflowStub stub =
        client.newUntypedWorkflowStub(
            "RunExperiment",
            WorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setTaskQueue(TaskQueues.EXPERIMENTS)
                .build());
    stub.start(Arrays.stream(payloads).map(World::raw).toArray());
    return stub;
  }

  WorkflowStub start(String id, String document) {
    return start(id, document.getBytes(StandardCharsets.UTF_8));
  }

  RunResult run(String id, String document) {
    return result(start(id, document));
  }

  /** The result; a run that hangs fails the test. */
  RunResult result(WorkflowStub stub) {
    try {
      return stub.getResult(60, TimeUnit.SECONDS, RunResult.class);
    } catch (TimeoutException e) {
      throw new AssertionError(environment.getDiagnostics(), e);
    }
  }

  private static RawValue raw(byte[] bytes) {
    return new RawValue(
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFrom(bytes))
            .build());
  }

  void signal(String id, String name, Object... arguments) {
    client.newUntypedWorkflowStub(id).signal(name, arguments);
  }

  void update(String id, String name, Object argument) {
    client.newUntypedWorkflowStub(id).update(name, Void.class, argument);
  }

  RunProgress progress(String id) {
    return client.newUntypedWorkflowStub(id).query("progress", RunProgress.class);
  }

  /** Does this when so much time has gone by in the run's world. */
  void after(Duration delay, Runnable action) {
    environment.registerDelayedCallback(delay, action);
  }

  WorkflowExecutionHistory history(String id) {
    return client.fetchHistory(id);
  }

  /** From the first event of a run to its last, in the time of the run's world. */
  Duration lasted(String id) {
    List<HistoryEvent> events = history(id).getEvents();
    return Duration.ofMillis(
        Timestamps.toMillis(events.getLast().getEventTime())
            - Timestamps.toMillis(events.getFirst().getEventTime()));
  }

  @Override
  public void close() {
    environment.close();
  }
}
