package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.matching.store.Matchings;
import dev.voxpop.matching.store.StoredPair;
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

/** Pairings and their pairs. */
@Path("/matching/matchings")
@RunOnVirtualThread
public class PairResource {

  private final Matchings matchings;

  @Inject
  public PairResource(Matchings matchings) {
    this.matchings = matchings;
  }

  /** The report of a pairing. */
  @GET
  @Path("/{matching}")
  @Produces(MediaType.APPLICATION_JSON)
  public String report(@PathParam("matching") String matching) {
    return matchings
        .report(matching)
        .orElseThrow(() -> Refusal.notFound("matching", matching, "the list"));
  }

  /** A page of pairs in order of respondent. */
  @GET
  @Path("/{matching}/pairs")
  @Produces(Paging.NDJSON)
  public Response pairs(
      @PathParam("matching") String matching,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    if (matchings.find(matching).isEmpty()) {
      throw Refusal.notFound("matching", matching, "the list");
    }
    return Pages.of(
        limit,
        cursor,
        (after, most) -> matchings.pairs(matching, after, most),
        PairRow::respondent);
  }

  /** A page of pairs with ranks, ties, re-use and traits, in order of respondent. */
  @GET
  @Path("/{matching}/rows")
  @Produces(Paging.NDJSON)
  public Response rows(
      @PathParam("matching") String matching,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    if (matchings.find(matching).isEmpty()) {
      throw Refusal.notFound("matching", matching, "the list");
    }
    return Pages.of(
        limit,
        cursor,
        (after, most) -> matchings.rows(matching, after, most),
        StoredPair::respondent);
  }
}
