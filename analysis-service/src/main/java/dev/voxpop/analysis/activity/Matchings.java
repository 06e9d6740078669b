package dev.voxpop.analysis.activity;

import dev.voxpop.analysis.config.AnalysisConfig;
import dev.voxpop.analysis.matched.PairDetail;
import dev.voxpop.analysis.report.Enclosures.Pairing;
import dev.voxpop.analysis.rest.MatchingPages;
import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.hosting.peer.PeerPage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The matchings of an experiment's arms, each asked for once. */
@ApplicationScoped
public class Matchings {

  private final MatchingPages pages;
  private final int pageSize;

  @Inject
  public Matchings(MatchingPages pages, AnalysisConfig config) {
    this.pages = pages;
    this.pageSize = config.pageSize();
  }

  List<Pairing> of(List<ArmSpec> arms) {
    TreeMap<String, List<String>> users = new TreeMap<>();
    for (ArmSpec arm : arms) {
      String matching = arm.matching();
      if (matching != null) {
        users.computeIfAbsent(matching, id -> new ArrayList<>()).add(arm.arm());
      }
    }
    List<Pairing> pairings = new ArrayList<>();
    users.forEach(
        (matching, names) ->
            pairings.add(new Pairing(matching, names, pages.summary(matching), pairs(matching))));
    return pairings;
  }

  private List<PairDetail> pairs(String matching) {
    List<PairDetail> all = new ArrayList<>();
    String cursor = null;
    do {
      PeerPage<PairDetail> page = pages.page(matching, pageSize, cursor);
      all.addAll(page.rows());
      cursor = page.next().orElse(null);
    } while (cursor != null);
    return all;
  }
}
