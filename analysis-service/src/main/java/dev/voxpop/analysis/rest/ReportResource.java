package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.store.Arrivals;
import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.StoredFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** The newest report of an experiment, to be read. */
@Path("/analysis/experiments/{experiment}")
@RunOnVirtualThread
public class ReportResource {

  private static final String MARKDOWN = "text/markdown";
  private static final Set<String> FORMATS = Set.of("", "html", "md", "json");

  private final PublishedReports published;
  private final Arrivals arrivals;

  @Inject
  public ReportResource(PublishedReports published, Arrivals arrivals) {
    this.published = published;
    this.arrivals = arrivals;
  }

  /** The page, or the same as Markdown for {@code format=md} or who asks for it. */
  @GET
  @Path("/report")
  @Produces({MediaType.TEXT_HTML, MARKDOWN, MediaType.WILDCARD})
  public Response report(
      @PathParam("experiment") String experiment,
      @QueryParam("format") @DefaultValue("") String format,
      @Context HttpHeaders headers) {
    if (!FORMATS.contains(format)) {
      throw Refusal.badRequest(
          "format=%s is not known.".formatted(format), "use format=html, md or json");
    }
    if (format.equals("json")) {
      return published.file(experiment, ReportFiles.RESULT);
    }
    MediaType first = headers.getAcceptableMediaTypes().getFirst();
    boolean wanted = format.isEmpty() && MARKDOWN.equals(first.toString());
    boolean markdown = wanted || format.equals("md");
    return marked(experiment, markdown ? ReportFiles.MARKDOWN : ReportFiles.HTML);
  }

  /** All numbers in full precision. */
  @GET
  @Path("/metrics")
  @Produces(MediaType.APPLICATION_JSON)
  public Response metrics(@PathParam("experiment") String experiment) {
    return published.file(experiment, ReportFiles.RESULT);
  }

  /** A file for readers, with a sentence on top when answers came after it was written. */
  private Response marked(String experiment, String name) {
    long late = arrivals.of(experiment).late();
    if (late == 0) {
      return published.file(experiment, name);
    }
    String sentence =
        "Late answers: %d came after their arm was closed and are not in this report."
            .formatted(late);
    ReportRow report = published.newest(experiment);
    String text = published.stored(report, name).content().text();
    String marked =
        name.equals(ReportFiles.HTML)
            ? text.replace("<main>", "<main><div class=\"notice\"><p>" + sentence + "</p></div>")
            : "> **" + sentence + "**\n\n" + text;
    FileBytes content = FileBytes.of(marked);
    return FileResponses.stored(report, new StoredFile(name, content.sha256(), content));
  }
}
