package dev.voxpop.embedded;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributeKey;
import io.temporal.common.SearchAttributes;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.function.Function;

/** A workflow that waits for a word and gives it back, with the few lines that run it. */
final class Echo {
  /** Long enough to tell real time from skipped time. */
  static final Duration NAP = Duration.ofMillis(300);

  static final String QUEUE = "echo";
  static final SearchAttributeKey<String> PHASE = SearchAttributeKey.forKeyword("Phase");

  private Echo() {}

  /** Waits for one word. */
  @WorkflowInterface
  public interface EchoWorkflow {
    @WorkflowMethod
    String run();

    @SignalMethod
    void say(String word);
  }

  /** Tells its phase as a search attribute while it waits. */
  public static final class EchoRun implements EchoWorkflow {
    private String heard = "";

    @Override
    public String run() {
      Workflow.upsertTypedSearchAttributes(PHASE.valueSet("waiting"));
      Workflow.sleep(NAP);
      Workflow.await(() -> !heard.isEmpty());
      return heard;
    }

    @Override
    public void say(String word) {
      heard = word;
    }
  }

  /** Connects to a server, hosts the workflow there while the action runs, and disconnects. */
  static <T> T on(String target, Function<WorkflowClient, T> action) {
    WorkflowServiceStubs stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(target).build());
    WorkflowClient client = WorkflowClient.newInstance(stubs);
    WorkerFactory workers = WorkerFactory.newInstance(client);
    workers
        .newWorker(
            QUEUE,
            WorkerOptions.newBuilder()
                .setStickyQueueScheduleToStartTimeout(Duration.ofSeconds(1))
                .build())
        .registerWorkflowImplementationTypes(EchoRun.class);
    workers.start();
    try {
      return action.apply(client);
    } finally {
      workers.shutdownNow();
      stubs.shutdownNow();
    }
  }

  static void start(WorkflowClient client, String id) {
    EchoWorkflow workflow =
        client.newWorkflowStub(
            EchoWorkflow.class,
            WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowId(id)
                .setTypedSearchAttributes(SearchAttributes.newBuilder().set(PHASE, "new").build())
                .build());
    var _ = WorkflowClient.start(workflow::run);
  }

  static String finish(WorkflowClient client, String id, String word) {
    client.newWorkflowStub(EchoWorkflow.class, id).say(word);
    return client.newUntypedWorkflowStub(id).getResult(String.class);
  }
}
