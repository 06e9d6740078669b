package dev.voxpop.analysis.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.store.AnswerExport;
import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.Reports;
import dev.voxpop.analysis.store.StoredFile;
import dev.voxpop.contracts.bulk.AttemptRow;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.hosting.peer.PeerPage;
import dev.voxpop.hosting.peer.PeerUnavailable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.jspecify.annotations.Nullable;

/** The files of an experiment's newest report, to be kept. */
@Path("/analysis/experiments/{experiment}/exports")
@RunOnVirtualThread
public class ExportResource {

  private final PublishedReports published;
  private final Reports reports;
  private final AnswerExport answers;
  private final AttemptExport attempts;

  @Inject
  public ExportResource(
      PublishedReports published, Reports reports, AnswerExport answers, AttemptExport attempts) {
    this.published = published;
    this.reports = reports;
    this.answers = answers;
    this.attempts = attempts;
  }

  /**
   * One file.
   *
   * @param sha256 null for a log of the run, which is no part of the report
   */
  public record FileView(String name, @Nullable String sha256) {}

  /** Names and hashes of all files. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<FileView> exports(@PathParam("experiment") String experiment) {
    StoredFile manifest = published.stored(published.newest(experiment), ReportFiles.MANIFEST);
    List<FileView> files = new ArrayList<>();
    files.add(new FileView(manifest.name(), manifest.sha256()));
    for (JsonNode file : tree(manifest).path("files")) {
      files.add(new FileView(file.path("name").asText(), file.path("sha256").asText()));
    }
    AttemptExport.NAMES.forEach(name -> files.add(new FileView(name, null)));
    return files;
  }

  /** A file by its name; answers and attempts are written row by row. */
  @GET
  @Path("/{name}")
  public Response export(
      @PathParam("experiment") String experiment, @PathParam("name") String name) {
    ReportRow report = published.newest(experiment);
    if (AnswerExport.NAMES.contains(name)) {
      Respondents people = reports.people(report.id);
      return FileResponses.streamed(
          name, target -> answers.write(experiment, people, name, target));
    }
    return AttemptExport.NAMES.contains(name)
        ? attempts(experiment, name)
        : published.file(experiment, name);
  }

  private Response attempts(String experiment, String name) {
    try {
      PeerPage<AttemptRow> first = attempts.first(experiment);
      return FileResponses.streamed(
          name, target -> attempts.write(experiment, first, name, target));
    } catch (PeerUnavailable | FaultToleranceException e) {
      throw Refusal.unavailable(
          "The attempts of \"%s\" cannot be read.".formatted(experiment),
          "the survey stage is restarting; try again");
    }
  }

  private static JsonNode tree(StoredFile manifest) {
    try {
      return Payloads.mapper().readTree(manifest.content().text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored manifest is no JSON.", e);
    }
  }
}
