package dev.voxpop.worker.rest;

import com.google.protobuf.ByteString;
import dev.voxpop.contracts.TaskQueues;
import dev.voxpop.contracts.experiment.ExperimentDocument;
import dev.voxpop.contracts.experiments.Reading;
import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.identity.Sha256;
import dev.voxpop.contracts.problem.Problem;
import dev.voxpop.worker.config.WorkerConfig;
import dev.voxpop.worker.document.DocumentReader;
import dev.voxpop.worker.store.Experiments;
import dev.voxpop.worker.workflow.Fairness;
import dev.voxpop.worker.workflow.Memos;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts runs and says what became of the start: admitted, refused, or running already. */
@ApplicationScoped
public class Starter {

  private static final String LOCAL = "local";
  private static final long LOOK_EVERY_MILLIS = 100;

  private final WorkflowClient client;
  private final Experiments experiments;
  private final WorkerConfig config;

  /** Starts through a client. */
  @Inject
  public Starter(WorkflowClient client, Experiments experiments, WorkerConfig config) {
    this.client = client;
    this.experiments = experiments;
    this.config = config;
  }

  /** What became of a start. */
  public sealed interface Outcome {

    /** The run goes on. */
    record Admitted(String experiment, String workflowId, String runId) implements Outcome {}

    /** A run of this experiment was there already. */
    record Running(String experiment, String workflowId) implements Outcome {}

    /** Nothing was started for good; this is why. */
    record Invalid(List<Problem> problems, int count) implements Outcome {

      /** Copies the list. */
      public Invalid {
        problems = List.copyOf(problems);
      }
    }

    /** The run has ended already: a dry run, for instance. */
    record Ended(RunResult result) implements Outcome {}

    /** The run has failed. */
    record Failed(String message) implements Outcome {}
  }

  /** Starts a run for the person at this machine; see {@link #start(byte[], String)}. */
  public Outcome start(byte[] bytes) {
    return start(bytes, LOCAL);
  }

  /**
   * Starts a run of the document in {@code bytes} and waits until it is admitted or refused.
   *
   * @param owner who wants it
   */
  public Outcome start(byte[] bytes, String owner) {
    Reading reading = DocumentReader.read(bytes, "e-" + Sha256.hex(bytes).substring(0, 16));
    ExperimentDocument document = reading.document();
    if (document == null) {
      return new Outcome.Invalid(reading.problems(), reading.problems().size());
    }
    String suffix = document.dryRun() ? "-plan-" + Sha256.hex(bytes).substring(0, 8) : "";
    WorkflowOptions options =
        options(document.id() + suffix, owner)
            .setPriority(Fairness.of(document.id(), document.priority()))
            .build();
    return start(bytes, document.id(), options);
  }

  /** Plans the document in {@code bytes}, whether it says {@code dryRun} or not. */
  public Outcome plan(byte[] bytes) {
    return start(DryRun.of(bytes));
  }

  /** Starts again, under its own ids, a document that was admitted before. */
  public void startAgain(byte[] document, String experiment, String workflowId) {
    start(document, experiment, options(workflowId, LOCAL).build());
  }

  private Outcome start(byte[] bytes, String experiment, WorkflowOptions options) {
    WorkflowStub stub = client.newUntypedWorkflowStub("RunExperiment", options);
    try {
      WorkflowExecution execution = stub.start(new RawValue(payload(bytes)));
      return await(stub, experiment, execution);
    } catch (WorkflowExecutionAlreadyStarted e) {
      return new Outcome.Running(experiment, options.getWorkflowId());
    }
  }

  private static WorkflowOptions.Builder options(String workflowId, String owner) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(workflowId)
        .setTaskQueue(TaskQueues.EXPERIMENTS)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
        .setStaticSummary("Survey experiment " + workflowId)
        .setMemo(Map.of(Memos.OWNER, owner));
  }

  private static Payload payload(byte[] bytes) {
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
        .setData(ByteString.copyFrom(bytes))
        .build();
  }

  private Outcome await(WorkflowStub stub, String experiment, WorkflowExecution execution) {
    CompletableFuture<RunResult> result = stub.getResultAsync(RunResult.class);
    long looks = Math.max(1, config.admissionWait().toMillis() / LOOK_EVERY_MILLIS);
    for (long look = 0; look < looks; look++) {
      try {
        return new Outcome.Ended(result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (claimed(experiment, execution.getRunId())) {
          break;
        }
      } catch (ExecutionException e) {
        return failed(e, experiment);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    return new Outcome.Admitted(experiment, execution.getWorkflowId(), execution.getRunId());
  }

  private boolean claimed(String experiment, String runId) {
    return experiments.find(experiment).map(row -> row.runId.equals(runId)).orElse(false);
  }

  private static Outcome failed(Throwable cause, String experiment) {
    for (Throwable root = cause; root != null; root = root.getCause()) {
      if (root instanceof ApplicationFailure failure) {
        return failed(failure, experiment);
      }
    }
    return new Outcome.Failed(String.valueOf(cause.getMessage()));
  }

  private static Outcome failed(ApplicationFailure failure, String experiment) {
    if (failure.getType().equals(FailureType.INVALID_EXPERIMENT.wireName())) {
      return new Outcome.Invalid(
          Arrays.asList(failure.getDetails().get(0, Problem[].class)),
          failure.getDetails().get(1, Integer.class));
    }
    if (failure.getType().equals(FailureType.DUPLICATE_EXPERIMENT.wireName())) {
      return new Outcome.Running(experiment, failure.getDetails().get(0, String.class));
    }
    return new Outcome.Failed(String.valueOf(failure.getOriginalMessage()));
  }
}
