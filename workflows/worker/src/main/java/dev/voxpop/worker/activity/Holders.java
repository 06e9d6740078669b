package dev.voxpop.worker.activity;

import dev.voxpop.hosting.TemporalConfig;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowTargetOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Asks Temporal whether the run that holds a claim is still open. */
@ApplicationScoped
public class Holders {

  private final WorkflowClient client;
  private final TemporalConfig config;

  /** Asks through a client. */
  @Inject
  public Holders(WorkflowClient client, TemporalConfig config) {
    this.client = client;
    this.config = config;
  }

  /** Where Temporal's own pages show the run, after a comma; "" where there are none. */
  public String link(String workflowId, String runId) {
    return config
        .uiUrl()
        .map(
            url ->
                ", %s/namespaces/%s/workflows/%s/%s"
                    .formatted(url, config.namespace(), workflowId, runId))
        .orElse("");
  }

  /** Whether the run is open; a run that the server has forgotten is not. */
  public boolean open(String workflowId, String runId) {
    try {
      return client
              .newUntypedWorkflowStub(
                  WorkflowTargetOptions.newBuilder()
                      .setWorkflowId(workflowId)
                      .setRunId(runId)
                      .build())
              .describe()
              .getStatus()
          == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    } catch (WorkflowNotFoundException e) {
      return false;
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }
}
