package dev.voxpop.survey.rest;

import dev.voxpop.contracts.bulk.Paging;
import dev.voxpop.contracts.bulk.ProgressRow;
import dev.voxpop.hosting.rest.RowPage;
import dev.voxpop.survey.activity.AnswerRows;
import dev.voxpop.survey.activity.AttemptRows;
import dev.voxpop.survey.activity.Desk;
import dev.voxpop.survey.activity.MassRows;
import dev.voxpop.survey.store.Progress;
import dev.voxpop.survey.store.RosterRow;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the stage holds of an experiment. */
@Path("/survey/experiments")
@RunOnVirtualThread
public class ExperimentResource {
  private final Desk desk;
  private final AnswerRows answers;
  private final AttemptRows attempts;
  private final MassRows masses;

  /** Reads from the stage's stores. */
  @Inject
  public ExperimentResource(Desk desk, AnswerRows answers, AttemptRows attempts, MassRows masses) {
    this.desk = desk;
    this.answers = answers;
    this.attempts = attempts;
    this.masses = masses;
  }

  /** How far each arm, and each pool's demographic survey, is. */
  @GET
  @Path("/{experiment}/progress")
  @Produces(MediaType.APPLICATION_JSON)
  public List<ProgressRow> progress(@PathParam("experiment") String experiment) {
    return desk.progressOf(experiment).stream().map(one -> row(experiment, one)).toList();
  }

  /** A page of answers with everything that is stored of them, by arm, then persona. */
  @GET
  @Path("/{experiment}/answers")
  @Produces(Paging.NDJSON)
  public Response answers(
      @PathParam("experiment") String experiment,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    return page(answers.arms(experiment), limit, cursor, answers::page);
  }

  /** A page of ended draws, each with its raw text, by name of arm, then persona. */
  @GET
  @Path("/{experiment}/attempts")
  @Produces(Paging.NDJSON)
  public Response attempts(
      @PathParam("experiment") String experiment,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    return page(attempts.arms(experiment), limit, cursor, attempts::page);
  }

  /** A page of what was read from the first tokens of an arm's answers, by persona. */
  @GET
  @Path("/{experiment}/arms/{arm}/probabilities")
  @Produces(Paging.NDJSON)
  public Response probabilities(
      @PathParam("experiment") String experiment,
      @PathParam("arm") String arm,
      @QueryParam("limit") @DefaultValue("" + Paging.DEFAULT_LIMIT) int limit,
      @Nullable @QueryParam("cursor") String cursor) {
    RosterRow roster = masses.arm(experiment, arm).orElseThrow(() -> unknown(experiment, arm));
    return page(List.of(roster), limit, cursor, masses::page);
  }

  /** Publishes the events of all stored answers again; readers know them by their ids. */
  @POST
  @Path("/{experiment}/republish")
  @Produces(MediaType.APPLICATION_JSON)
  public Republished republish(@PathParam("experiment") String experiment) {
    return new Republished(answers.arms(experiment).stream().mapToLong(answers::republish).sum());
  }

  /** How many events were put into the outbox again. */
  public record Republished(long events) {}

  /** The rows of a range of an arm's personas. */
  private interface Range {
    List<?> rows(RosterRow arm, int first, int end);
  }

  /** As many whole personas of one arm as the limit holds, one at least. */
  private static Response page(
      List<RosterRow> arms, int limit, @Nullable String cursor, Range range) {
    Pages.Place place = Pages.place(cursor);
    int rows = RowPage.limit(limit);
    if (place.part() >= arms.size()) {
      return Pages.of(List.of(), null);
    }
    RosterRow arm = arms.get(place.part());
    int cells = Math.max(1, arm.steps() * arm.repeats());
    int end = place.ordinal() + Math.max(1, rows / cells);
    return Pages.of(range.rows(arm, place.ordinal(), end), next(place, end, arm, arms.size()));
  }

  private static Pages.@Nullable Place next(Pages.Place place, int end, RosterRow arm, int arms) {
    if (end < arm.size()) {
      return new Pages.Place(place.part(), end);
    }
    return place.part() + 1 < arms ? new Pages.Place(place.part() + 1, 0) : null;
  }

  private static NotFoundException unknown(String experiment, String arm) {
    return new NotFoundException(
        "Arm %s of %s was never enrolled.\nMaybe its workflow has not got that far."
            .formatted(arm, experiment));
  }

  private static ProgressRow row(String experiment, Progress one) {
    return new ProgressRow(
        Desk.path(experiment, one),
        one.answered(),
        one.roster().cells(),
        one.failed(),
        one.settled().micros(),
        one.settled().calls(),
        one.lostCalls());
  }
}
