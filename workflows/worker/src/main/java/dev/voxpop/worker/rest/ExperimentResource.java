package dev.voxpop.worker.rest;

import dev.voxpop.contracts.experiments.RunResult;
import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.worker.config.WorkerConfig;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowTargetOptions;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks, plans, starts, lists and shows experiments. */
@Path("/experiments")
@RunOnVirtualThread
@Produces({MediaType.APPLICATION_JSON, ProblemDetails.MEDIA_TYPE})
public class ExperimentResource {

  private final Starter starter;
  private final Experiments experiments;
  private final WorkflowClient client;
  private final WorkerConfig config;

  /** Wires the resource to what it calls. */
  @Inject
  public ExperimentResource(
      Starter starter, Experiments experiments, WorkflowClient client, WorkerConfig config) {
    this.starter = starter;
    this.experiments = experiments;
    this.client = client;
    this.config = config;
  }

  /** Starts the experiment that the body describes. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response start(byte[] document, @Context SecurityContext security) {
    return switch (start(security.getUserPrincipal(), document)) {
      case Starter.Outcome.Admitted run -> accepted(run.experiment(), run.workflowId());
      case Starter.Outcome.Running run -> accepted(run.experiment(), run.workflowId());
      case Starter.Outcome.Invalid refused ->
          ProblemDetails.invalid(refused.problems(), refused.count());
      case Starter.Outcome.Ended ended -> Response.ok(ended.result()).build();
      case Starter.Outcome.Failed failed -> ProblemDetails.conflict(failed.message());
    };
  }

  /** Says everything that is wrong with the document in the body; starts nothing. */
  @POST
  @Path("/validate")
  @Consumes(MediaType.WILDCARD)
  public Response validate(byte[] document) {
    return planned(document, result -> Map.of("valid", true, "experiment", result.experiment()));
  }

  /** Says what the document in the body would do and cost; starts nothing. */
  @POST
  @Path("/plan")
  @Consumes(MediaType.WILDCARD)
  public Response plan(byte[] document) {
    return planned(document, RunResult::plan);
  }

  private Response planned(byte[] document, Function<RunResult, Object> answer) {
    return switch (starter.plan(document)) {
      case Starter.Outcome.Ended ended -> Response.ok(answer.apply(ended.result())).build();
      case Starter.Outcome.Invalid refused ->
          ProblemDetails.invalid(refused.problems(), refused.count());
      case Starter.Outcome.Failed failed -> ProblemDetails.conflict(failed.message());
      case Starter.Outcome.Running ignored -> stillPlanning();
      case Starter.Outcome.Admitted ignored -> stillPlanning();
    };
  }

  private static Response stillPlanning() {
    return ProblemDetails.of(
        503, "still-planning", "The stages have not answered in time.\nMaybe ask again.");
  }

  private Starter.Outcome start(@Nullable Principal person, byte[] document) {
    return person == null || person.getName().isEmpty()
        ? starter.start(document)
        : starter.start(document, person.getName());
  }

  private static Response accepted(String experiment, String workflowId) {
    String id = experiment.isEmpty() ? workflowId : experiment;
    return Response.accepted(Map.of("experiment", id, "workflowId", workflowId))
        .location(URI.create("/experiments/" + id))
        .build();
  }

  /** The newest experiments. */
  @GET
  public List<ExperimentView> list(@QueryParam("limit") @DefaultValue("100") int limit) {
    return experiments.list(Math.clamp(limit, 1, 500)).stream().map(ExperimentView::of).toList();
  }

  /** One experiment. */
  @GET
  @Path("/{id}")
  public Response get(@PathParam("id") String id) {
    return experiments
        .find(id)
        .map(row -> Response.ok(ExperimentView.of(row)).tag(Long.toString(row.version)).build())
        .orElseGet(() -> ProblemDetails.notFound("experiment", id));
  }

  /** The document that was admitted, byte for byte. */
  @GET
  @Path("/{id}/document")
  public Response document(@PathParam("id") String id) {
    return experiments
        .find(id)
        .map(row -> Response.ok(row.document, MediaType.APPLICATION_JSON_TYPE).build())
        .orElseGet(() -> ProblemDetails.notFound("experiment", id));
  }

  /** How far the run is, by part. */
  @GET
  @Path("/{id}/progress")
  public Response progress(@PathParam("id") String id) {
    return experiments
        .find(id)
        .map(row -> Response.ok(shown(row).progress()).build())
        .orElseGet(() -> ProblemDetails.notFound("experiment", id));
  }

  /** Where the report is. */
  @GET
  @Path("/{id}/report")
  public Response report(@PathParam("id") String id) {
    URI report = URI.create(config.reportUrl() + "/analysis/experiments/" + id + "/report");
    return Response.seeOther(report).build();
  }

  /** The run that ended the experiment, which a later refused start does not hide. */
  private RunExperiment shown(ExperimentRow row) {
    WorkflowTargetOptions.Builder run =
        WorkflowTargetOptions.newBuilder().setWorkflowId(row.workflowId);
    if (row.ended()) {
      run.setRunId(row.runId);
    }
    return client.newWorkflowStub(RunExperiment.class, run.build());
  }
}
