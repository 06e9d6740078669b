package dev.voxpop.backstory.rest;

import dev.voxpop.backstory.store.PoolRecord;
import dev.voxpop.backstory.store.PoolReport;
import dev.voxpop.backstory.store.PoolReports;
import dev.voxpop.backstory.store.PoolRow;
import dev.voxpop.backstory.store.Pools;
import dev.voxpop.backstory.store.StoryRecord;
import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.StoryRow;
import dev.voxpop.hosting.rest.Cursors;
import dev.voxpop.hosting.rest.Refusal;
import dev.voxpop.hosting.rest.RowPage;
import io.quarkus.panache.common.Sort;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pools and their stories. */
@Path("/backstory/pools")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PoolResource {

  private static final Cursors CURSORS = Cursors.ofOrdinals();
  private static final int MOST_CHARACTERS = 2_000_000;

  private final Pools pools;
  private final PoolReports reports;
  private final StoryUpload upload;

  /** Pools of this stage. */
  @Inject
  public PoolResource(Pools pools, PoolReports reports, StoryUpload upload) {
    this.pools = pools;
    this.reports = reports;
    this.upload = upload;
  }

  /** A pool in the list. */
  public record PoolView(
      String pool, String name, String kind, String state, int slots, int stories) {}

  /** All pools by id. */
  @GET
  @Transactional
  public List<PoolView> list() {
    return PoolRow.<PoolRow>listAll(Sort.by("id")).stream()
        .map(row -> new PoolView(row.id, row.name, row.kind, row.state, row.slots, row.stories))
        .toList();
  }

  /**
   * Takes stories as JSON, JSON lines or CSV; the content decides which.
   *
   * @param name name for people
   * @param mode {@code strict} refuses a file with a bad row, {@code lenient} skips and counts them
   */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response post(
      @QueryParam("name") @DefaultValue("imported") String name,
      @QueryParam("mode") @DefaultValue("strict") String mode,
      InputStream data) {
    StoryUpload.Receipt receipt = upload.keep(name, UploadMode.of(mode), data);
    return Response.created(URI.create("/backstory/pools/" + receipt.pool()))
        .entity(receipt)
        .build();
  }

  /** How a pool was written: candidates, gates, rounds, cost. */
  @GET
  @Path("/{pool}")
  public PoolReport report(@PathParam("pool") String pool) {
    return reports.of(require(pool));
  }

  /** A page of accepted stories in order of ordinal. */
  @GET
  @Path("/{pool}/stories")
  @Produces(Paging.NDJSON)
  public Response stories(
      @PathParam("pool") String pool,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    PoolRecord found = require(pool);
    if (!found.closed()) {
      throw Refusal.conflict("Pool \"%s\" is still being written.".formatted(pool), "ask later");
    }
    int from = Integer.parseInt(CURSORS.read(cursor, "0"));
    return page(found, fitting(pools.stories(pool, from, RowPage.limit(limit))));
  }

  private PoolRecord require(String pool) {
    return pools.find(pool).orElseThrow(() -> Refusal.notFound("pool", pool, "/backstory/pools"));
  }

  /** As many stories as a page of four mebibytes surely holds, at least one. */
  private static List<StoryRecord> fitting(List<StoryRecord> rows) {
    int characters = 0;
    for (int i = 0; i < rows.size(); i++) {
      characters += rows.get(i).passage().length();
      if (characters > MOST_CHARACTERS) {
        return rows.subList(0, Math.max(1, i));
      }
    }
    return rows;
  }

  private static Response page(PoolRecord pool, List<StoryRecord> rows) {
    boolean more = !rows.isEmpty() && rows.getLast().ordinal() + 1 < pool.stories();
    return RowPage.of(
        rows.stream()
            .map(row -> new StoryRow(row.ordinal(), row.story(), row.passage(), row.respondent()))
            .toList(),
        more ? CURSORS.at(Integer.toString(rows.getLast().ordinal() + 1)) : null);
  }
}
