package dev.voxpop.matching.activity;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.MatchingChoice;
import dev.voxpop.contracts.experiment.MatchingSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.matching.MatchReceipt;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.balance.MatchReport;
import dev.voxpop.matching.config.MatchingConfig;
import dev.voxpop.matching.pairing.Pairing;
import dev.voxpop.matching.pairing.PairingRequest;
import dev.voxpop.matching.pairing.PairingResult;
import dev.voxpop.matching.pairing.Respondent;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.store.Matchings;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Matches a pool with drawn people once per matching id. */
@ApplicationScoped
public class PoolMatching {

  private final SampleDrawing drawing;
  private final PoolTraits traits;
  private final Matchings matchings;
  private final Workers workers;

  @Inject
  public PoolMatching(
      SampleDrawing drawing, PoolTraits traits, Matchings matchings, MatchingConfig config) {
    this.drawing = drawing;
    this.traits = traits;
    this.matchings = matchings;
    this.workers = new Workers(config.threads());
  }

  MatchReceipt match(MatchingSpec spec) {
    Optional<MatchReceipt> stored = matchings.find(spec.matching());
    if (stored.isPresent()) {
      return stored.get();
    }
    PairingResult result = Pairing.of(request(spec), workers);
    matchings.keep(receipt(spec.matching(), result.report()), result);
    return matchings.find(spec.matching()).orElseThrow();
  }

  private PairingRequest request(MatchingSpec spec) {
    MatchingChoice choice = spec.choice();
    Map<String, LabelMap> maps = maps(spec);
    List<StoryTraits> stories = traits.of(spec.pool(), spec.traitKey());
    return new PairingRequest(
        drawing.people(spec.sample()).stream().map(PoolMatching::respondent).toList(),
        stories,
        maps,
        choice.traits().isEmpty() ? known(maps, stories) : choice.traits(),
        TraitFilter.of(choice.include(), choice.exclude()),
        Specifications.undetermined(choice),
        choice.smoothing(),
        Specifications.of(choice, spec.seed()));
  }

  private Map<String, LabelMap> maps(MatchingSpec spec) {
    Map<String, LabelMap> maps = new LinkedHashMap<>(drawing.labelMaps(spec.sample().wave()));
    if (spec.choice().straddling() == Straddling.FIRST) {
      maps.replaceAll((trait, map) -> map.unsplit());
    }
    return maps;
  }

  /** Without a choice, the traits that the wave maps and the pool was asked about. */
  private static List<String> known(Map<String, LabelMap> maps, List<StoryTraits> stories) {
    return maps.keySet().stream()
        .filter(trait -> stories.stream().anyMatch(story -> story.masses().containsKey(trait)))
        .toList();
  }

  private static Respondent respondent(RespondentRow row) {
    return new Respondent(row.respondent(), row.weight(), row.codes());
  }

  private static MatchReceipt receipt(String matching, MatchReport report) {
    Map<String, Integer> unmatched = new TreeMap<>(report.counts());
    unmatched.remove(PairStatus.MATCHED.text());
    unmatched.values().removeIf(count -> count == 0);
    return new MatchReceipt(
        matching,
        report.count(PairStatus.MATCHED),
        unmatched,
        report.reuse().distinct(),
        report.total(),
        report.certificate() == null ? null : report.certificate().gap());
  }
}
