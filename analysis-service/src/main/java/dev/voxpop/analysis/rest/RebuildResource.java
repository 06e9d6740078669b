package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.event.EventReplay;
import dev.voxpop.analysis.store.Arrivals;
import dev.voxpop.analysis.store.Rebuilds;
import dev.voxpop.analysis.store.Received;
import dev.voxpop.contracts.event.ResponseCompleted;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerUnavailable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** How answers arrived, and reading them again from their sources. */
@Path("/analysis/experiments/{experiment}")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Singleton
public class RebuildResource {

  private static final String EVENTS = "events";
  private static final String ROWS = "rows";
  private static final String YES = "yes";

  private final Rebuilds rebuilds;
  private final Arrivals arrivals;
  private final EventReplay events;
  private final AnswerPages rows;
  private final int pageSize;
  private final Set<String> running = ConcurrentHashMap.newKeySet();

  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public RebuildResource(
      Rebuilds rebuilds,
      Arrivals arrivals,
      EventReplay events,
      AnswerPages rows,
      AnalysisConfig config) {
    this.rebuilds = rebuilds;
    this.arrivals = arrivals;
    this.events = events;
    this.rows = rows;
    this.pageSize = config.pageSize();
  }

  /**
   * What a rebuild showed.
   *
   * @param difference the first row that differs, in words; null when all rows are equal
   * @param swapped whether the rebuilt answers took the place of those kept
   */
  public record View(
      String experiment,
      String from,
      long kept,
      long rebuilt,
      boolean equal,
      @Nullable String difference,
      boolean swapped) {}

  /** Answers, closings, late and repeated events. */
  @GET
  @Path("/arrivals")
  public Arrivals.Counts arrivals(@PathParam("experiment") String experiment) {
    Arrivals.Counts counts = arrivals.of(experiment);
    if (counts.arms().isEmpty()) {
      throw Refusal.notFound(
          "No answer of experiment \"%s\" has arrived.".formatted(experiment), "it has not begun");
    }
    return counts;
  }

  /**
   * Reads all answers again, from Kafka's first offset or from the survey stage's rows, and
   * compares them with those kept.
   *
   * @param from {@code events} or {@code rows}
   * @param swap {@code yes} puts them in the place of those kept
   */
  @POST
  @Path("/rebuild")
  public View rebuild(
      @PathParam("experiment") String experiment,
      @QueryParam("from") @DefaultValue(EVENTS) String from,
      @QueryParam("swap") @DefaultValue("no") String swap) {
    if (!Set.of(EVENTS, ROWS).contains(from) || !Set.of(YES, "no").contains(swap)) {
      throw Refusal.badRequest(
          "from=%s and swap=%s are not known.".formatted(from, swap),
          "use from=events or from=rows, and swap=yes or swap=no");
    }
    if (!running.add(experiment)) {
      throw Refusal.conflict(
          "The answers of \"%s\" are being rebuilt already.".formatted(experiment),
          "wait for that to end");
    }
    try {
      return rebuilt(experiment, from, swap);
    } catch (PeerUnavailable | FaultToleranceException | KafkaException e) {
      throw Refusal.unavailable(
          "The answers of \"%s\" cannot be read again.".formatted(experiment),
          "the other side is restarting; try again");
    } finally {
      running.remove(experiment);
    }
  }

  private View rebuilt(String experiment, String from, String swap) {
    rebuilds.clear(experiment);
    if (from.equals(EVENTS)) {
      events.each(experiment, rebuilds::add);
    } else {
      fromRows(experiment);
    }
    Rebuilds.Outcome outcome = rebuilds.compare(experiment);
    if (swap.equals(YES)) {
      rebuilds.swap(experiment);
    }
    rebuilds.clear(experiment);
    String difference = outcome.difference();
    return new View(
        experiment,
        from,
        outcome.kept(),
        outcome.rebuilt(),
        difference == null,
        difference,
        swap.equals(YES));
  }

  private void fromRows(String experiment) {
    String cursor = null;
    do {
      PeerPage<Received<ResponseCompleted>> page = rows.page(experiment, pageSize, cursor);
      rebuilds.add(page.rows());
      cursor = page.next().orElse(null);
    } while (cursor != null);
  }
}
