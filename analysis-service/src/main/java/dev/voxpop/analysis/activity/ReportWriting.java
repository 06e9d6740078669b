package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.comparison.Comparison;
import dev.voxpop.analysis.comparison.Findings;
import dev.voxpop.analysis.comparison.Study;
import dev.voxpop.analysis.report.Enclosures;
import dev.voxpop.analysis.report.Enclosures.StreamedFile;
import dev.voxpop.analysis.report.Headline;
import dev.voxpop.analysis.report.ReportFiles;
import dev.voxpop.analysis.report.Respondents;
import dev.voxpop.analysis.store.AnswerExport;
import dev.voxpop.analysis.store.ReportRow;
import dev.voxpop.analysis.store.Reports;
import dev.voxpop.analysis.store.StoredFile;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.analysis.ReportReceipt;
import dev.voxpop.contracts.event.CloudEventHeaders;
import dev.voxpop.contracts.event.ReportPublished;
import dev.voxpop.contracts.event.ReportPublished.HeadlineRow;
import dev.voxpop.contracts.event.ReportPublished.ReportFile;
import dev.voxpop.contracts.event.Topics;
import dev.voxpop.contracts.identity.SemanticId;
import dev.voxpop.contracts.survey.ArmReceipt;
import dev.voxpop.hosting.Json;
import dev.voxpop.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Writes the report of an experiment once, and announces it. */
@ApplicationScoped
public class ReportWriting {

  private static final DateTimeFormatter CREATED =
      DateTimeFormatter.ofPattern("'Created' yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final StudyAssembly assembly;
  private final EnclosureAssembly enclosing;
  private final AnswerExport export;
  private final Reports reports;
  private final InstantSource clock;

  @Inject
  // one parameter per collaborator: a bundle of them would have no meaning of its own
  public ReportWriting(
      StudyAssembly assembly,
      EnclosureAssembly enclosing,
      AnswerExport export,
      Reports reports,
      InstantSource clock) {
    this.assembly = assembly;
    this.enclosing = enclosing;
    this.export = export;
    this.reports = reports;
    this.clock = clock;
  }

  ReportReceipt write(AnalyseExperiment request) {
    UUID id = id(request);
    if (reports.find(id).isEmpty()) {
      reports.keep(draft(request, id));
    }
    ReportRow stored = reports.find(id).orElseThrow();
    return new ReportReceipt(
        "/analysis/experiments/" + request.experiment() + "/report",
        Json.readList(stored.headline, HeadlineRow.class),
        reports.listed(id));
  }

  /** The same document over the same answers is the same report. */
  private static UUID id(AnalyseExperiment request) {
    List<String> parts =
        new ArrayList<>(List.of(request.experiment(), "report", request.documentHash()));
    request.receipts().stream()
        .sorted(Comparator.comparing(ArmReceipt::arm))
        .forEach(arm -> parts.addAll(List.of(arm.arm(), arm.checksum())));
    return SemanticId.of(parts);
  }

  private Reports.Draft draft(AnalyseExperiment request, UUID id) {
    Study study = assembly.study(request);
    CompletableFuture<List<StreamedFile>> answers =
        answers(request.experiment(), Respondents.of(study));
    Findings findings = Comparison.of(study);
    Instant now = clock.instant();
    Enclosures enclosures = enclosing.of(request, joined(answers));
    List<StoredFile> files =
        ReportFiles.of(findings, enclosures, CREATED.format(now))
            .contents()
            .entrySet()
            .parallelStream()
            .map(e -> new StoredFile(e.getKey(), e.getValue().sha256(), e.getValue()))
            .toList();
    ReportPublished published =
        new ReportPublished(
            request.experiment(),
            request.documentHash(),
            Headline.of(findings),
            files(files),
            findings.partial(),
            request.simulated());
    return new Reports.Draft(id, published, now, files, event(id, published));
  }

  /** The files of answers are read while the numbers are computed. */
  private CompletableFuture<List<StreamedFile>> answers(String experiment, Respondents people) {
    return CompletableFuture.supplyAsync(
        () -> export.files(experiment, people), Thread::startVirtualThread);
  }

  private static <T> T joined(CompletableFuture<T> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private static List<ReportFile> files(List<StoredFile> files) {
    return files.stream().map(file -> new ReportFile(file.name(), file.sha256())).toList();
  }

  private static OutboxMessage event(UUID id, ReportPublished published) {
    return new OutboxMessage(
        id,
        Topics.REPORT_PUBLISHED,
        published.experiment(),
        published.experiment(),
        Map.of(
            CloudEventHeaders.SOURCE, "/voxpop/analysis-service",
            CloudEventHeaders.DATA_SCHEMA, "urn:voxpop:schema:report.published:1"),
        Json.write(published));
  }
}
