package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.Reports;
import dev.voxpop.analysis.store.StoredFile;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** The newest report of an experiment and its files. */
@Path("/analysis/experiments/{experiment}")
@RunOnVirtualThread
public class ReportResource {

  private static final String MARKDOWN = "text/markdown";
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
          "text/csv");

  private final Reports reports;

  @Inject
  public ReportResource(Reports reports) {
    this.reports = reports;
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
    MediaType first = headers.getAcceptableMediaTypes().getFirst();
    boolean markdown = format.equals("md") || MARKDOWN.equals(first.toString());
    return file(experiment, markdown ? ReportFiles.MARKDOWN : ReportFiles.HTML);
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
    return reports.files(newest(experiment).id).stream()
        .map(file -> new FileView(file.name(), file.sha256()))
        .toList();
  }

  /** A file by its name. */
  @GET
  @Path("/exports/{name}")
  public Response export(
      @PathParam("experiment") String experiment, @PathParam("name") String name) {
    return file(experiment, name);
  }

  private Response file(String experiment, String name) {
    ReportRow report = newest(experiment);
    StoredFile file =
        reports
            .file(report.id, name)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "The report of %s has no file '%s'.%nMaybe look at …/exports."
                            .formatted(experiment, name)));
    String type =
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.TEXT_PLAIN);
    return Response.ok(file.text(), type + ";charset=UTF-8")
        .header(HttpHeaders.ETAG, '"' + file.sha256() + '"')
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .lastModified(Date.from(report.created))
        .build();
  }

  private ReportRow newest(String experiment) {
    return reports
        .newest(experiment)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Experiment '%s' has no report.%nMaybe it still runs.".formatted(experiment)));
  }
}
