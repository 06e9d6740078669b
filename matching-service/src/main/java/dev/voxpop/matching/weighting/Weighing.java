package dev.voxpop.matching.weighting;

import dev.voxpop.matching.assignment.Personas;
import dev.voxpop.matching.pairing.Respondent;
import dev.voxpop.matching.pairing.StoryTraits;
import dev.voxpop.matching.population.CannotRake;
import dev.voxpop.matching.population.RakedWeights;
import dev.voxpop.matching.population.Raking;
import dev.voxpop.matching.population.RakingOptions;
import dev.voxpop.matching.population.TraitMargin;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitLabels;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Weights of personas by {@link Raking} to the weighted margins of people: the share of a label is
 * Σω of the people who have it ÷ Σω of all who have a label of that trait.
 *
 * <p>Every row starts at weight 1, so a story that several pairs use counts as often. Deterministic
 * given the request; the order of respondents, stories and rows does not matter.
 */
public final class Weighing {

  private final WeighingRequest request;
  private final List<TraitLabels> labels;

  /** By id: sums of weights depend on their order in the last digit. */
  private final List<Respondent> people;

  private Weighing(WeighingRequest request) {
    this.request = request;
    this.labels = request.traits().stream().map(LabelMap::labels).toList();
    this.people =
        request.respondents().stream().sorted(Comparator.comparing(Respondent::id)).toList();
  }

  /** Returns weights, or the reason why there are none. */
  public static WeighingResult of(WeighingRequest request) {
    return new Weighing(request).run();
  }

  private WeighingResult run() {
    Personas personas = personas();
    try {
      RakedWeights raked = raked(personas);
      List<PersonaWeight> weights =
          IntStream.range(0, personas.size())
              .mapToObj(row -> new PersonaWeight(personas.id(row), raked.weights().get(row)))
              .toList();
      return new WeighingResult(weights, report(personas, WeighingReport.Issued.of(raked), null));
    } catch (CannotRake e) {
      return new WeighingResult(List.of(), report(personas, null, String.valueOf(e.getMessage())));
    }
  }

  private RakedWeights raked(Personas personas) {
    if (personas.size() == 0) {
      throw new CannotRake("There are no personas to weigh.\nMaybe the pool is empty?");
    }
    List<TraitMargin> margins = request.traits().stream().map(this::margin).toList();
    return Raking.of(personas, margins, RakingOptions.of(request.membership()));
  }

  private Personas personas() {
    Map<String, StoryTraits> stories = new HashMap<>();
    request.stories().forEach(story -> stories.put(story.story(), story));
    var builder = Personas.builder(labels).expecting(request.personas().size());
    for (RakedPersona row : request.personas()) {
      StoryTraits story = stories.get(row.story());
      if (story == null) {
        throw new IllegalArgumentException(
            "Nothing is known of the traits of story \"%s\".\nMaybe the traits were asked of another pool?"
                .formatted(row.story()));
      }
      builder.add(row.persona(), masses(story));
    }
    return builder.build();
  }

  private double[] masses(StoryTraits story) {
    return request.traits().stream()
        .flatMap(map -> story.mass(map).masses().stream())
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private TraitMargin margin(LabelMap map) {
    double[] shares = new double[map.labels().size()];
    for (Respondent person : people) {
      int label = person.label(map);
      if (label != LabelMap.NO_LABEL) {
        shares[label] += person.weight();
      }
    }
    double all = Arrays.stream(shares).sum();
    if (!(all > 0)) {
      throw new CannotRake(
          "No person of positive weight has a label of trait \"%s\".\nMaybe leave it out of the raking?"
              .formatted(map.labels().trait()));
    }
    return TraitMargin.of(
        map.labels(), Arrays.stream(shares).mapToObj(share -> share / all).toList());
  }

  private WeighingReport report(
      Personas personas, WeighingReport.@Nullable Issued issued, @Nullable String problem) {
    SortedMap<String, Integer> withoutLabel = new TreeMap<>();
    SortedMap<String, Integer> undetermined = new TreeMap<>();
    for (int trait = 0; trait < labels.size(); trait++) {
      LabelMap map = request.traits().get(trait);
      withoutLabel.put(
          labels.get(trait).trait(),
          (int) people.stream().filter(person -> person.label(map) == LabelMap.NO_LABEL).count());
      undetermined.put(labels.get(trait).trait(), personas.undetermined(trait));
    }
    return new WeighingReport(
        people.size(), personas.size(), withoutLabel, undetermined, issued, problem);
  }
}
