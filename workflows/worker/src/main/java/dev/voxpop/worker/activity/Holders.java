package dev.voxpop.worker.activity;

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

  /** Asks through a client. */
  @Inject
  public Holders(WorkflowClient client) {
    this.client = client;
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
