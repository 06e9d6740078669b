package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.report.Enclosures.Raking;
import dev.voxpop.analysis.rest.RakingPages;
import dev.voxpop.contracts.analysis.AnalyseExperiment;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.hosting.peer.PeerPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rakings of an experiment's arms. */
@ApplicationScoped
public class Rakings {

  private final RakingPages pages;
  private final int pageSize;

  @Inject
  public Rakings(RakingPages pages, AnalysisConfig config) {
    this.pages = pages;
    this.pageSize = config.pageSize();
  }

  /** What raking made of each arm that is to be raked, by id of the arm; each is read once. */
  Map<String, ArmWeights> weights(AnalyseExperiment request) {
    Map<String, ArmWeights> known = new HashMap<>();
    Map<String, ArmWeights> arms = new HashMap<>();
    for (ArmSpec arm : request.arms()) {
      id(request, arm)
          .map(raking -> known.computeIfAbsent(raking, id -> read(arm, id)))
          .ifPresent(weights -> arms.put(arm.arm(), weights.of(arm)));
    }
    return arms;
  }

  private ArmWeights read(ArmSpec arm, String raking) {
    var summary = pages.summary(raking);
    Map<String, Double> weights = summary.issued() == null ? Map.of() : weights(raking);
    return new ArmWeights(arm, raking, summary, weights);
  }

  /** The rakings of the compared arms in order of id, each asked for once. */
  List<Raking> of(AnalyseExperiment request) {
    TreeMap<String, List<String>> users = new TreeMap<>();
    for (ArmSpec arm : AuditAssembly.compared(request)) {
      id(request, arm)
          .ifPresent(
              raking -> users.computeIfAbsent(raking, id -> new ArrayList<>()).add(arm.arm()));
    }
    List<Raking> rakings = new ArrayList<>();
    users.forEach((raking, arms) -> rakings.add(new Raking(raking, arms, pages.summary(raking))));
    return rakings;
  }

  private static Optional<String> id(AnalyseExperiment request, ArmSpec arm) {
    if (request.analysis().weightsOf(arm) != PersonaWeights.RAKED) {
      return Optional.empty();
    }
    return Optional.of(
        request.rakings().stream()
            .filter(raking -> raking.covers(arm))
            .map(RakingSpec::raking)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "Nothing was raked for arm '%s'.%nMaybe the run was started by an older version."
                            .formatted(arm.arm()))));
  }

  private Map<String, Double> weights(String raking) {
    Map<String, Double> weights = new HashMap<>();
    PeerPage.all(cursor -> pages.page(raking, pageSize, cursor))
        .forEach(row -> weights.put(row.persona(), row.weight()));
    return weights;
  }
}
