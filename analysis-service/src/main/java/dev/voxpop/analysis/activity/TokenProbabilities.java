package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.elicitation.TokenReadings;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.rest.ProbabilityPages;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.bulk.ProbabilityRow;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.hosting.peer.PeerPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;

/** The token probabilities of the arms that read them, each arm asked for once. */
@ApplicationScoped
public class TokenProbabilities {

  private final ProbabilityPages pages;
  private final int pageSize;

  @Inject
  public TokenProbabilities(ProbabilityPages pages, AnalysisConfig config) {
    this.pages = pages;
    this.pageSize = config.pageSize();
  }

  List<ProbabilityVector> of(AnalyseExperiment request, List<Item> items) {
    return request.arms().stream()
        .filter(arm -> arm.decoding().tokenProbabilities())
        .flatMap(arm -> read(request.experiment(), arm, items))
        .toList();
  }

  private Stream<ProbabilityVector> read(String experiment, ArmSpec arm, List<Item> items) {
    TokenReadings readings = TokenReadings.of(arm.arm(), items);
    PeerPage.all(cursor -> pages.page(experiment, arm.arm(), pageSize, cursor))
        .map(TokenProbabilities::reading)
        .forEach(readings::add);
    return readings.vectors().stream();
  }

  private static TokenReadings.Reading reading(ProbabilityRow row) {
    return new TokenReadings.Reading(row.persona(), row.story(), row.question(), row.masses());
  }
}
