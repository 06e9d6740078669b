package dev.voxpop.matching.activity;

import dev.voxpop.contracts.bulk.RespondentRow;
import dev.voxpop.contracts.experiment.SampleSpec;
import dev.voxpop.contracts.experiment.TraitCondition;
import dev.voxpop.contracts.failure.FailureType;
import dev.voxpop.contracts.matching.SampleReceipt;
import dev.voxpop.instrument.file.Waves;
import dev.voxpop.matching.config.InstrumentFolder;
import dev.voxpop.matching.sample.Person;
import dev.voxpop.matching.sample.Pseudonyms;
import dev.voxpop.matching.sample.SeededDraw;
import dev.voxpop.matching.store.Draws;
import dev.voxpop.matching.store.HumanSampleRow;
import dev.voxpop.matching.store.SampleDrawRow;
import dev.voxpop.matching.store.Samples;
import dev.voxpop.matching.trait.LabelMap;
import dev.voxpop.matching.trait.TraitFilter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Draws people from stored samples: filters first, then size. */
@ApplicationScoped
public class SampleDrawing {

  private final Samples samples;
  private final Draws draws;
  private final Waves waves;

  @Inject
  public SampleDrawing(Samples samples, Draws draws, InstrumentFolder instruments) {
    this.samples = samples;
    this.draws = draws;
    this.waves = instruments.waves();
  }

  /** Draws once per draw id; a stored draw is returned. */
  SampleReceipt draw(SampleSpec spec) {
    SampleDrawRow stored = draws.find(spec.draw()).orElse(null);
    if (stored != null) {
      return new SampleReceipt(stored.id, stored.people);
    }
    HumanSampleRow sample = require(spec);
    List<Person> people = eligible(sample, spec.include(), spec.exclude());
    Integer size = spec.size();
    List<Person> drawn = size == null ? people : SeededDraw.of(people, size, spec.seed());
    Pseudonyms pseudonyms = Pseudonyms.of(sample.contentHash);
    draws.keep(spec.draw(), sample.id, drawn.stream().map(pseudonyms::of).toList());
    return new SampleReceipt(spec.draw(), drawn.size());
  }

  /** Returns the people of a sample who meet conditions. */
  List<Person> eligible(
      HumanSampleRow sample, List<TraitCondition> include, List<TraitCondition> exclude) {
    List<Person> people = samples.people(sample.id);
    if (include.isEmpty() && exclude.isEmpty()) {
      return people;
    }
    Map<String, LabelMap> maps = labelMaps(sample.wave);
    var filter = TraitFilter.of(include, exclude);
    return people.stream().filter(person -> passes(filter, maps, person)).toList();
  }

  /** Returns the people of a draw, drawing them first if that was not done. */
  List<RespondentRow> people(SampleSpec spec) {
    int people = draw(spec).people();
    return draws.respondents(spec.draw(), List.of(), "", people);
  }

  /** Returns the label maps of all traits a wave maps. */
  Map<String, LabelMap> labelMaps(String wave) {
    return LabelMaps.of(waves.require(wave), waves);
  }

  private static boolean passes(TraitFilter filter, Map<String, LabelMap> maps, Person person) {
    return filter.passes(
        trait -> require(maps, trait).labels(),
        trait -> {
          LabelMap map = require(maps, trait);
          return map.labelOf(person.codes().get(map.column()));
        });
  }

  /** Returns the label map of a trait, or refuses one that the wave does not map. */
  static LabelMap require(Map<String, LabelMap> maps, String trait) {
    LabelMap map = maps.get(trait);
    if (map == null) {
      throw new IllegalArgumentException(
          "The wave does not map trait \"%s\".\nMaybe it is one of %s?"
              .formatted(trait, maps.keySet()));
    }
    return map;
  }

  private HumanSampleRow require(SampleSpec spec) {
    HumanSampleRow sample = samples.find(spec.sample()).orElse(null);
    if (sample == null || !sample.contentHash.equals(spec.sampleHash())) {
      throw Failures.of(
          FailureType.MISSING_DATA,
          "Human sample \"%s\" with content %s is not stored here.\nMaybe import it again?"
              .formatted(spec.sample(), spec.sampleHash()));
    }
    return sample;
  }
}
