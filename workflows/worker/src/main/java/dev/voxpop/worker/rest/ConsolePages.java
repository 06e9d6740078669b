package dev.voxpop.worker.rest;

import dev.voxpop.contracts.workflow.RunExperiment;
import dev.voxpop.contracts.workflow.RunProgress;
import dev.voxpop.worker.config.WorkerConfig;
import dev.voxpop.worker.store.ExperimentRow;
import dev.voxpop.worker.store.Experiments;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowException;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;

/** The console: a list of experiments and a live page for each, readable without script. */
@Path("/console")
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
public class ConsolePages {

  private final Experiments experiments;
  private final WorkflowClient client;
  private final WorkerConfig config;
  private final Template list;
  private final Template one;

  /** Wires the pages to their templates. */
  @Inject
  public ConsolePages(
      Experiments experiments,
      WorkflowClient client,
      WorkerConfig config,
      @Location("console/experiments") Template list,
      @Location("console/experiment") Template one) {
    this.experiments = experiments;
    this.client = client;
    this.config = config;
    this.list = list;
    this.one = one;
  }

  /** All experiments, newest first. */
  @GET
  public TemplateInstance experiments() {
    return list.data("experiments", experiments.list(200));
  }

  /** One experiment; reloads itself while the run is open. */
  @GET
  @Path("/{id}")
  public TemplateInstance experiment(@PathParam("id") String id) {
    ExperimentRow row = experiments.find(id).orElseThrow(NotFoundException::new);
    return one.data("experiment", row)
        .data("open", !row.ended())
        .data("progress", row.ended() ? null : progress(row))
        .data("log", experiments.log(id, 0))
        .data("report", config.reportUrl() + "/analysis/experiments/" + id + "/report");
  }

  private @Nullable RunProgress progress(ExperimentRow row) {
    try {
      return client.newWorkflowStub(RunExperiment.class, row.workflowId).progress();
    } catch (WorkflowException gone) {
      return null;
    }
  }
}
