package dev.voxpop.matching.pairing;

import dev.voxpop.matching.assignment.Humans;
import dev.voxpop.matching.assignment.Matching;
import dev.voxpop.matching.assignment.Matchmaker;
import dev.voxpop.matching.assignment.PairFacts;
import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.assignment.Problem;
import dev.voxpop.matching.assignment.Workers;
import dev.voxpop.matching.balance.MatchReport;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.LabelMass;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One pairing: maps both sides to common labels, filters, matches and reports.
 *
 * <p>Deterministic given the request; the order of respondents and stories does not matter.
 */
public final class Pairing {

  private final PairingRequest request;
  private final List<LabelMap> used;
  private final List<TraitLabels> traits;
  private int storiesFiltered;
  private int storiesUndetermined;

  private Pairing(PairingRequest request) {
    this.request = request;
    this.used = request.use().stream().map(this::map).toList();
    this.traits = used.stream().map(LabelMap::labels).toList();
  }

  /** Returns the pairs of a request. */
  public static PairingResult of(PairingRequest request, Workers workers) {
    return new Pairing(request).run(workers);
  }

  private PairingResult run(Workers workers) {
    Map<Boolean, List<Respondent>> people =
        request.respondents().stream().collect(Collectors.partitioningBy(this::passes));
    List<Respondent> kept = people.getOrDefault(true, List.of());
    List<Respondent> filtered = people.getOrDefault(false, List.of());
    Matching matching =
        Matchmaker.with(workers)
            .match(Problem.of(humans(kept), personas()), request.specification());
    PairFacts facts = PairFacts.of(matching, workers);
    Map<String, Double> weights =
        kept.stream().collect(Collectors.toMap(Respondent::id, Respondent::weight));
    MatchReport report =
        MatchReport.of(
            facts,
            request.specification(),
            human -> weights.getOrDefault(matching.problem().humans().id(human), 1.0),
            filtered.size());
    List<PairedRespondent> pairs =
        Stream.concat(
                PairRows.of(facts).stream(),
                filtered.stream().map(person -> PairedRespondent.excluded(person.id())))
            .sorted(Comparator.comparing(PairedRespondent::respondent))
            .toList();
    return new PairingResult(pairs, report, storiesFiltered, storiesUndetermined, excludedShares());
  }

  private Humans humans(List<Respondent> people) {
    var builder = Humans.builder(traits);
    for (Respondent person : people) {
      builder.add(person.id(), used.stream().mapToInt(person::label).toArray());
    }
    return builder.build();
  }

  private Personas personas() {
    var builder = Personas.builder(traits, request.smoothing());
    for (StoryTraits story : request.stories()) {
      List<LabelMass> masses = used.stream().map(story::mass).toList();
      if (!request.filter().passesMass(this::labels, trait -> story.mass(map(trait)))) {
        storiesFiltered++;
      } else if (isLeftOut(masses)) {
        storiesUndetermined++;
      } else {
        builder.add(
            story.story(),
            masses.stream()
                .flatMap(mass -> mass.masses().stream())
                .mapToDouble(Double::doubleValue)
                .toArray());
      }
    }
    return builder.build();
  }

  private boolean isLeftOut(List<LabelMass> masses) {
    return switch (request.undetermined()) {
      case UNIFORM -> false;
      case EXCLUDE_STORY ->
          masses.stream().anyMatch(mass -> mass.masses().stream().allMatch(part -> part == 0));
    };
  }

  private boolean passes(Respondent person) {
    Function<String, Integer> labelOf = trait -> person.label(map(trait));
    return request.filter().passes(this::labels, labelOf);
  }

  private Map<String, Double> excludedShares() {
    Map<String, Double> shares = new LinkedHashMap<>();
    for (LabelMap map : used) {
      List<Double> excluded = new ArrayList<>();
      request.stories().forEach(story -> excluded.add(story.mass(map).excluded()));
      shares.put(
          map.labels().trait(),
          excluded.stream().mapToDouble(Double::doubleValue).average().orElse(0));
    }
    return shares;
  }

  private TraitLabels labels(String trait) {
    return map(trait).labels();
  }

  private LabelMap map(String trait) {
    LabelMap map = request.maps().get(trait);
    if (map == null) {
      throw new IllegalArgumentException(
          "Trait \"%s\" is not mapped.\nMaybe it is one of %s?"
              .formatted(trait, request.maps().keySet().stream().sorted().toList()));
    }
    return map;
  }
}
