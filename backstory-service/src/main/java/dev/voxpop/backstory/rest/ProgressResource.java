package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.store.Batches;
import dev.voxpop.contracts.bulk.ProgressRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** How far the pools of an experiment are. */
@Path("/backstory/experiments")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ProgressResource {

  private final Batches batches;

  /** Progress by rows. */
  @Inject
  public ProgressResource(Batches batches) {
    this.batches = batches;
  }

  /** One row for every pool that the experiment has worked on. */
  @GET
  @Path("/{experiment}/progress")
  public List<ProgressRow> progress(@PathParam("experiment") String experiment) {
    return batches.progress(experiment);
  }
}
