package dev.voxpop.worker.rest;

import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.failure.ApplicationFailure;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Steers experiments that are running. */
@Path("/experiments")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemDetails.MEDIA_TYPE})
public class SteeringResource {

  private final Experiments experiments;
  private final WorkflowClient client;

  /** Wires the resource to what it calls. */
  @Inject
  public SteeringResource(Experiments experiments, WorkflowClient client) {
    this.experiments = experiments;
    this.client = client;
  }

  /** Stands still after the calls in flight. */
  @POST
  @Path("/{id}/pause")
  public Response pause(@PathParam("id") String id, @QueryParam("reason") String reason) {
    return steer(id, run -> run.pause(reason));
  }

  /** Goes on. */
  @POST
  @Path("/{id}/resume")
  public Response resume(@PathParam("id") String id, @QueryParam("reason") String reason) {
    return steer(id, run -> run.resume(reason));
  }

  /** Ends early with what is there. */
  @POST
  @Path("/{id}/stop")
  public Response stop(@PathParam("id") String id) {
    return steer(id, RunExperiment::stopGracefully);
  }

  /** Ends early with what is there, as cancelled. */
  @POST
  @Path("/{id}/cancel")
  public Response cancel(@PathParam("id") String id) {
    return steer(id, run -> WorkflowStub.fromTyped(run).cancel());
  }

  /** Sets the limits that the body names; those it leaves out stay. */
  @PUT
  @Path("/{id}/budget")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response budget(@PathParam("id") String id, RunExperiment.Budget budget) {
    return steer(id, run -> run.setBudget(budget));
  }

  /** Sets how many calls a model alias may have in flight. */
  @PUT
  @Path("/{id}/concurrency")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response concurrency(@PathParam("id") String id, RunExperiment.Concurrency concurrency) {
    return steer(id, run -> run.setConcurrency(concurrency));
  }

  private Response steer(String id, Consumer<RunExperiment> order) {
    ExperimentRow row = experiments.find(id).orElse(null);
    if (row == null) {
      return ProblemDetails.notFound("experiment", id);
    }
    if (row.ended()) {
      return over(row);
    }
    try {
      order.accept(client.newWorkflowStub(RunExperiment.class, row.workflowId));
      return Response.accepted().build();
    } catch (WorkflowNotFoundException e) {
      return over(row);
    } catch (WorkflowUpdateException e) {
      return ProblemDetails.conflict(reason(e));
    }
  }

  private static Response over(ExperimentRow row) {
    return ProblemDetails.conflict(
        "The run of \"%s\" is over; it was last %s.\nMaybe start it again."
            .formatted(row.id, row.state));
  }

  /** What the run said when it refused. */
  private static String reason(Throwable refusal) {
    @Nullable Throwable cause = refusal;
    String said = "The run refused.";
    while (cause != null) {
      if (cause instanceof ApplicationFailure failure) {
        said = failure.getOriginalMessage();
      }
      cause = cause.getCause();
    }
    return said;
  }
}
