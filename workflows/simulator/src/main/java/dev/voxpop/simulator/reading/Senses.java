package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.chance.BoundedCache;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.lexicon.Refusals;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.TraitOptions;
import dev.voxpop.simulator.trait.TraitQuestions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds out what questions are about, once per wording and order of options. Thread-safe. */
public final class Senses {
  private final Society society;
  private final BoundedCache<Sense> known = BoundedCache.of(16_384);

  private Senses(Society society) {
    this.society = society;
  }

  /** For a society. */
  public static Senses of(Society society) {
    return new Senses(society);
  }

  /** What a question is about. */
  public Sense of(ChoiceQuestion question) {
    long key = Keys.of(6, question.text());
    for (String option : question.options()) {
      key = Keys.of(key, option);
    }
    return known.get(key, () -> find(question));
  }

  private Sense find(ChoiceQuestion question) {
    List<String> options = question.options();
    List<Integer> answering = Refusals.substantive(options);
    List<Integer> refusals =
        IntStream.range(0, options.size()).boxed().filter(i -> !answering.contains(i)).toList();
    Optional<TraitOptions> trait = TraitQuestions.recognise(question.text(), options);
    if (trait.isPresent()) {
      return new Sense.AboutTrait(trait.get(), refusals);
    }
    if (answering.isEmpty()) {
      return new Sense.Nothing(refusals);
    }
    List<String> texts = answering.stream().map(options::get).toList();
    return new Sense.AboutOpinion(society.item(question.text(), texts), answering, refusals);
  }
}
