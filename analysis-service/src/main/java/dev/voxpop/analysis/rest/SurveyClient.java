package dev.voxpop.analysis.rest;

import dev.voxpop.contracts.bulk.Paging;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The resources of the survey stage that this stage reads. */
@RegisterRestClient(configKey = "survey")
@Path("/survey")
public interface SurveyClient {

  /** A page of an experiment's stored answers. */
  @GET
  @Path("/experiments/{experiment}/answers")
  @Produces(Paging.NDJSON)
  Response answers(
      @PathParam("experiment") String experiment,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);

  /** A page of what was read from the first tokens of an arm's answers. */
  @GET
  @Path("/experiments/{experiment}/arms/{arm}/probabilities")
  @Produces(Paging.NDJSON)
  Response probabilities(
      @PathParam("experiment") String experiment,
      @PathParam("arm") String arm,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);

  /** A page of an experiment's ended draws. */
  @GET
  @Path("/experiments/{experiment}/attempts")
  @Produces(Paging.NDJSON)
  Response attempts(
      @PathParam("experiment") String experiment,
      @QueryParam("limit") int limit,
      @Nullable @QueryParam("cursor") String cursor);
}
