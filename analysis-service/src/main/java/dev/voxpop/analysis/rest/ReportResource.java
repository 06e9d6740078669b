package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.report.FileBytes;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.store.AnswerExport;
import dev.voxpop.analysis.store.Arrivals;
import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.Reports;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest report of an experiment and its files. */
@Path("/analysis/experiments/{experiment}")
@RunOnVirtualThread
public class ReportResource {

  private static final String MARKDOWN = "text/markdown";
  private static final String PARQUET = "parquet";
  private static final Set<String> FORMATS = Set.of("", "html", "md", "json");
  private static final Map<String, String> TYPES =
      Map.of(
          "html",
          MediaType.TEXT_HTML,
          "md",
          MARKDOWN,
          "json",
          MediaType.APPLICATION_JSON,
          "jsonl",
          "application/x-ndjson",
          "csv",
          "text/csv",
          "sps",
          "text/plain",
          PARQUET,
          "application/vnd.apache.parquet");
  private static final Set<String> SAVED = Set.of("jsonl", "csv", "sps", PARQUET);

  private final Reports reports;
  private final Arrivals arrivals;
  private final AnswerExport answers;

  @Inject
  public ReportResource(Reports reports, Arrivals arrivals, AnswerExport answers) {
    this.reports = reports;
    this.arrivals = arrivals;
    this.answers = answers;
  }

  /** One file of a report. */
  public record FileView(String name, String sha256) {}

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
      return file(experiment, ReportFiles.RESULT);
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
    return file(experiment, ReportFiles.RESULT);
  }

  /** Names and hashes of all files. */
  @GET
  @Path("/exports")
  @Produces(MediaType.APPLICATION_JSON)
  public List<FileView> exports(@PathParam("experiment") String experiment) {
    return reports.listed(newest(experiment).id).stream()
        .map(file -> new FileView(file.name(), file.sha256()))
        .toList();
  }

  /** A file by its name; answers are written row by row. */
  @GET
  @Path("/exports/{name}")
  public Response export(
      @PathParam("experiment") String experiment, @PathParam("name") String name) {
    if (!AnswerExport.NAMES.contains(name)) {
      return file(experiment, name);
    }
    Respondents people = reports.people(newest(experiment).id);
    StreamingOutput rows = target -> answers.write(experiment, people, name, target);
    return headed(Response.ok(rows, type(name)), name).build();
  }

  /** A file for readers, with a sentence on top when answers came after it was written. */
  private Response marked(String experiment, String name) {
    long late = arrivals.of(experiment).late();
    if (late == 0) {
      return file(experiment, name);
    }
    String sentence =
        "Late answers: %d came after their arm was closed and are not in this report."
            .formatted(late);
    ReportRow report = newest(experiment);
    String text = stored(experiment, report, name).content().text();
    String marked =
        name.equals(ReportFiles.HTML)
            ? text.replace("<main>", "<main><div class=\"notice\"><p>" + sentence + "</p></div>")
            : "> **" + sentence + "**\n\n" + text;
    FileBytes content = FileBytes.of(marked);
    return answer(report, new StoredFile(name, content.sha256(), content)).build();
  }

  private Response file(String experiment, String name) {
    ReportRow report = newest(experiment);
    return answer(report, stored(experiment, report, name)).build();
  }

  private StoredFile stored(String experiment, ReportRow report, String name) {
    return reports
        .file(report.id, name)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "The report of \"%s\" has no file \"%s\".".formatted(experiment, name),
                    "look at the list under exports"));
  }

  private static Response.ResponseBuilder answer(ReportRow report, StoredFile file) {
    return headed(Response.ok(file.content().copy(), type(file.name())), file.name())
        .tag(new EntityTag(file.sha256()))
        .lastModified(Date.from(report.created));
  }

  private static Response.ResponseBuilder headed(Response.ResponseBuilder response, String name) {
    response
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
    return SAVED.contains(ending(name))
        ? response.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=" + name)
        : response;
  }

  private static String type(String name) {
    String type = TYPES.getOrDefault(ending(name), MediaType.TEXT_PLAIN);
    return ending(name).equals(PARQUET) ? type : type + ";charset=UTF-8";
  }

  private static String ending(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private ReportRow newest(String experiment) {
    return reports
        .newest(experiment)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Experiment \"%s\" has no report.".formatted(experiment), "it still runs"));
  }
}
