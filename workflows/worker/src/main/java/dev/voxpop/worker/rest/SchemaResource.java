package dev.voxpop.worker.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Serves the published JSON Schemas. */
@Path("/schemas")
public class SchemaResource {

  /** The schema, for instance {@code experiment.v1.json}. */
  @GET
  @Path("/{name:[a-z.0-9-]+}.json")
  @Produces({"application/schema+json", ProblemDetails.MEDIA_TYPE})
  public Response schema(@PathParam("name") String name) {
    InputStream stream = getClass().getResourceAsStream("/schemas/" + name + ".schema.json");
    return stream == null
        ? ProblemDetails.notFound("schema", name)
        : Response.ok(stream).type("application/schema+json").build();
  }
}
