package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.Paging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The pages of the matching stage. */
@RegisterRestClient(configKey = "matching")
@Path("/matching")
public interface MatchingPages {
  /** Pairs of a matching. */
  @GET
  @Path("/matchings/{matching}/pairs")
  @Produces(Paging.NDJSON)
  Response pairs(
      @PathParam("matching") String matching,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") int limit);

  /** Respondents of a draw. */
  @GET
  @Path("/draws/{draw}/respondents")
  @Produces(Paging.NDJSON)
  Response respondents(
      @PathParam("draw") String draw,
      @QueryParam("columns") String columns,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") int limit);
}
