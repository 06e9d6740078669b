package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.report.Enclosures;
import dev.voxpop.analysis.report.Enclosures.StreamedFile;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What the matching stage says beside the numbers of a report. */
@ApplicationScoped
public class EnclosureAssembly {

  private final Matchings matchings;
  private final Rakings rakings;

  @Inject
  public EnclosureAssembly(Matchings matchings, Rakings rakings) {
    this.matchings = matchings;
    this.rakings = rakings;
  }

  /** Pairs and weights of an experiment beside its streamed files. */
  Enclosures of(AnalyseExperiment request, List<StreamedFile> streamed) {
    return new Enclosures(
        matchings.of(AuditAssembly.compared(request)), rakings.of(request), streamed);
  }
}
