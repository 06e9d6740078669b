package dev.voxpop.analysis.rest;

import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.Reports;
import dev.voxpop.analysis.store.StoredFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** The newest report of each experiment, or a refusal where there is none. */
@ApplicationScoped
public class PublishedReports {

  private final Reports reports;

  @Inject
  public PublishedReports(Reports reports) {
    this.reports = reports;
  }

  ReportRow newest(String experiment) {
    return reports
        .newest(experiment)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "Experiment \"%s\" has no report.".formatted(experiment), "it still runs"));
  }

  /** One stored file as it is. */
  Response file(String experiment, String name) {
    ReportRow report = newest(experiment);
    return FileResponses.stored(report, stored(report, name));
  }

  StoredFile stored(ReportRow report, String name) {
    return reports
        .file(report.id, name)
        .orElseThrow(
            () ->
                Refusal.notFound(
                    "The report of \"%s\" has no file \"%s\".".formatted(report.experiment, name),
                    "look at the list under exports"));
  }
}
