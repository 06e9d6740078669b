package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.hosting.rest.RowPage;
import dev.voxpop.survey.activity.TraitPools;
import dev.voxpop.survey.demographics.TraitPlan;
import dev.voxpop.survey.store.RosterRow;
import dev.voxpop.survey.store.TraitStore;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What was found out about the traits of a pool's stories. */
@Path("/survey/pools")
@RunOnVirtualThread
public class TraitResource {
  private final TraitPools pools;
  private final TraitStore store;

  /** Reads from the stage's store. */
  @Inject
  public TraitResource(TraitPools pools, TraitStore store) {
    this.pools = pools;
    this.store = store;
  }

  /** A page of rows in order of story, then trait. */
  @GET
  @Path("/{pool}/traits/{traitKey}")
  @Produces(Paging.NDJSON)
  public Response traits(
      @PathParam("pool") String pool,
      @PathParam("traitKey") String traitKey,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    RosterRow roster = pools.find(pool, traitKey).orElseThrow(() -> unknown(pool, traitKey));
    TraitPlan plan = pools.plan(roster);
    int first = Pages.place(cursor).ordinal();
    int end = first + Math.max(1, RowPage.limit(limit) / Math.max(1, plan.traits()));
    Pages.Place next = end < roster.size() ? new Pages.Place(0, end) : null;
    return Pages.of(store.found(roster, plan, first, end), next);
  }

  private static NotFoundException unknown(String pool, String traitKey) {
    return new NotFoundException(
        "Pool %s was not asked for traits %s.\nMaybe the pool's workflow has not got that far."
            .formatted(pool, traitKey));
  }
}
