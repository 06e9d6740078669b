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

/** The pages of the backstory stage. */
@RegisterRestClient(configKey = "backstory")
@Path("/backstory")
public interface BackstoryPages {
  /** Stories of a closed pool. */
  @GET
  @Path("/pools/{pool}/stories")
  @Produces(Paging.NDJSON)
  Response stories(
      @PathParam("pool") String pool,
      @QueryParam("cursor") @Nullable String cursor,
      @QueryParam("limit") int limit);
}
