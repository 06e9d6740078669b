package dev.voxpop.matching.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.matching.store.Draws;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The people of draws, for other stages. */
@Path("/matching/draws")
@RunOnVirtualThread
public class DrawResource {

  private final Draws draws;

  @Inject
  public DrawResource(Draws draws) {
    this.draws = draws;
  }

  /** A page of drawn people in order of pseudonym. */
  @GET
  @Path("/{draw}/respondents")
  @Produces(Paging.NDJSON)
  public Response respondents(
      @PathParam("draw") String draw,
      @QueryParam("columns") @DefaultValue("") String columns,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    if (draws.find(draw).isEmpty()) {
      throw Refusal.notFound("draw", draw, "the list");
    }
    List<String> wanted =
        Arrays.stream(columns.split(",", -1)).filter(column -> !column.isBlank()).toList();
    return Pages.of(
        limit,
        cursor,
        (after, most) -> draws.respondents(draw, wanted, after, most),
        RespondentRow::respondent);
  }
}
