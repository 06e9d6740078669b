package dev.voxpop.analysis.rest;

import dev.voxpop.contracts.bulk.Paging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The resources of the matching stage that this stage reads. */
@RegisterRestClient(configKey = "matching")
@Path("/matching")
public interface MatchingClient {

  /** A page of {@code RespondentRow}s in order of pseudonym. */
  @GET
  @Path("/draws/{draw}/respondents")
  @Produces(Paging.NDJSON)
  Response respondents(
      @PathParam("draw") String draw,
      @QueryParam("columns") String columns,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);

  /** What a matching did, as JSON. */
  @GET
  @Path("/matchings/{matching}")
  @Produces(MediaType.APPLICATION_JSON)
  Response matching(@PathParam("matching") String matching);

  /** A page of pairs with all their columns, in order of respondent. */
  @GET
  @Path("/matchings/{matching}/rows")
  @Produces(Paging.NDJSON)
  Response rows(
      @PathParam("matching") String matching,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);

  /** What a raking did, as JSON. */
  @GET
  @Path("/rakings/{raking}")
  @Produces(MediaType.APPLICATION_JSON)
  Response raking(@PathParam("raking") String raking);

  /** A page of {@code WeightRow}s in order of persona. */
  @GET
  @Path("/rakings/{raking}/weights")
  @Produces(Paging.NDJSON)
  Response weights(
      @PathParam("raking") String raking,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);
}
