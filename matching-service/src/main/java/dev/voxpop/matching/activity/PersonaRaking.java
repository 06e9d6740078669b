package dev.voxpop.matching.activity;

import dev.voxpop.contracts.bulk.PairRow;
import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.RakingSpec;
import dev.voxpop.contracts.experiment.Straddling;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.matching.RakeReceipt;
import dev.voxpop.matching.assignment.PairStatus;
import dev.voxpop.matching.pairing.Respondent;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.population.Membership;
import dev.voxpop.matching.store.Matchings;
import dev.voxpop.matching.store.Rakings;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.weighting.RakedPersona;
import dev.voxpop.matching.weighting.Weighing;
import dev.voxpop.matching.weighting.WeighingRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Weighs the personas of a pool, or of a matching's pairs, once per raking id. */
@ApplicationScoped
public class PersonaRaking {

  private final SampleDrawing drawing;
  private final PoolTraits traits;
  private final Matchings matchings;
  private final Rakings rakings;

  @Inject
  public PersonaRaking(
      SampleDrawing drawing, PoolTraits traits, Matchings matchings, Rakings rakings) {
    this.drawing = drawing;
    this.traits = traits;
    this.matchings = matchings;
    this.rakings = rakings;
  }

  /** Weighs, or says why that cannot be done; what is stored under the id is returned. */
  RakeReceipt rake(RakingSpec spec) {
    Optional<RakeReceipt> stored = rakings.find(spec.raking());
    if (stored.isPresent()) {
      return stored.get();
    }
    rakings.keep(spec.raking(), Weighing.of(request(spec)));
    return rakings.find(spec.raking()).orElseThrow();
  }

  private WeighingRequest request(RakingSpec spec) {
    List<StoryTraits> stories = traits.of(spec.pool(), spec.traitKey());
    String matching = spec.matching();
    List<RespondentRow> people = drawing.people(spec.sample());
    List<PairRow> pairs = matching == null ? List.of() : pairs(matching);
    return new WeighingRequest(
        (matching == null ? people : admitted(people, pairs))
            .stream().map(PersonaRaking::respondent).toList(),
        stories,
        matching == null ? whole(stories) : matched(pairs),
        maps(spec),
        switch (spec.membership()) {
          case FRACTIONAL -> Membership.FRACTIONAL;
          case MODAL -> Membership.MODAL;
        });
  }

  private List<PairRow> pairs(String matching) {
    if (matchings.find(matching).isEmpty()) {
      throw Failures.of(
          FailureType.MISSING_DATA,
          "Matching %s is not stored here.\nMaybe it was made by another installation?"
              .formatted(matching));
    }
    return matchings.pairs(matching, "", Integer.MAX_VALUE);
  }

  /** The people whom the matching's filters let pass. */
  private static List<RespondentRow> admitted(List<RespondentRow> people, List<PairRow> pairs) {
    Set<String> filtered =
        pairs.stream()
            .filter(pair -> pair.status().equals(PairStatus.EXCLUDED_FILTER.text()))
            .map(PairRow::respondent)
            .collect(Collectors.toSet());
    return people.stream().filter(person -> !filtered.contains(person.respondent())).toList();
  }

  private static List<RakedPersona> whole(List<StoryTraits> stories) {
    return stories.stream().map(story -> new RakedPersona(story.story(), story.story())).toList();
  }

  private static List<RakedPersona> matched(List<PairRow> pairs) {
    List<RakedPersona> rows = new ArrayList<>();
    for (PairRow pair : pairs) {
      String story = pair.story();
      if (story != null) {
        rows.add(new RakedPersona(story + "~" + pair.respondent(), story));
      }
    }
    return rows;
  }

  private List<LabelMap> maps(RakingSpec spec) {
    Map<String, LabelMap> maps = drawing.labelMaps(spec.sample().wave());
    return spec.traits().stream()
        .map(trait -> SampleDrawing.require(maps, trait))
        .map(map -> spec.straddling() == Straddling.FIRST ? map.unsplit() : map)
        .toList();
  }

  private static Respondent respondent(RespondentRow row) {
    return new Respondent(row.respondent(), row.weight(), row.codes());
  }
}
