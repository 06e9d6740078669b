package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.WeightRow;
import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.matching.store.Rakings;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Rakings and their weights. */
@Path("/matching/rakings")
@RunOnVirtualThread
public class RakingResource {

  private final Rakings rakings;

  @Inject
  public RakingResource(Rakings rakings) {
    this.rakings = rakings;
  }

  /** The report of a raking, or the reason why it issued no weights. */
  @GET
  @Path("/{raking}")
  @Produces(MediaType.APPLICATION_JSON)
  public String report(@PathParam("raking") String raking) {
    return rakings.report(raking).orElseThrow(() -> Refusal.notFound("raking", raking, "the list"));
  }

  /** A page of weights in order of persona. */
  @GET
  @Path("/{raking}/weights")
  @Produces(Paging.NDJSON)
  public Response weights(
      @PathParam("raking") String raking,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    if (rakings.find(raking).isEmpty()) {
      throw Refusal.notFound("raking", raking, "the list");
    }
    return Pages.of(
        limit, cursor, (after, most) -> rakings.weights(raking, after, most), WeightRow::persona);
  }
}
