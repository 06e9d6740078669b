package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.bulk.TraitRow;
import dev.voxpop.instrument.trait.Trait;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What the requests of one story and trait say together.
 *
 * <p>Sampled: probability of an option = its valid draws ÷ all valid draws; every refused draw, by
 * option, phrase or "don't know", counts for the refusal; without a valid draw there are no
 * probabilities. Read: all mass on the option found. Log-probabilities: option masses averaged over
 * the orders asked, divided by their sum; below the least mass there are no probabilities.
 */
public final class TraitDistribution {
  private final Trait trait;
  private final double minValidMass;

  private TraitDistribution(Trait trait, double minValidMass) {
    this.trait = trait;
    this.minValidMass = minValidMass;
  }

  /** Distributions of a trait. */
  public static TraitDistribution of(Trait trait, double minValidMass) {
    return new TraitDistribution(trait, minValidMass);
  }

  /** The row of a story, from all results of the trait. */
  public TraitRow row(String story, List<TraitResult> results) {
    List<TraitResult> read = ofSource(results, TraitResult.Source.READER);
    if (read.stream().anyMatch(TraitSurvey::found)) {
      return sampled(story, read, TraitResult.Source.READER);
    }
    List<TraitResult> masses = ofSource(results, TraitResult.Source.LOGPROB);
    return masses.isEmpty()
        ? sampled(story, ofSource(results, TraitResult.Source.SAMPLED), TraitResult.Source.SAMPLED)
        : weighed(story, masses);
  }

  private TraitRow sampled(String story, List<TraitResult> results, TraitResult.Source source) {
    int options = trait.options().size();
    List<TraitDraw> draws = results.stream().flatMap(r -> r.draws().stream()).toList();
    List<Integer> counts = new ArrayList<>(Collections.nCopies(options + 1, 0));
    for (TraitDraw draw : draws) {
      int place = place(draw, options);
      if (place >= 0) {
        counts.set(place, counts.get(place) + 1);
      }
    }
    int counted = counts.stream().mapToInt(Integer::intValue).sum();
    List<Double> valid = counts.subList(0, options).stream().map(Integer::doubleValue).toList();
    return new TraitRow(
        story,
        trait.id(),
        counts,
        draws.size() - counted,
        draws.size(),
        shares(valid),
        source.wireName());
  }

  /** The option's place in the counts; the refusal's is the last; −1 for none. */
  private static int place(TraitDraw draw, int options) {
    return switch (draw.state()) {
      case VALID -> draw.option() == null ? -1 : draw.option();
      case REFUSED -> options;
      case UNREADABLE, TRUNCATED, ERROR, SKIPPED, NOT_REACHED -> -1;
    };
  }

  private TraitRow weighed(String story, List<TraitResult> results) {
    int options = trait.options().size();
    List<TraitResult> answered = results.stream().filter(r -> !r.masses().isEmpty()).toList();
    List<Double> mean =
        IntStream.rangeClosed(0, options).mapToObj(option -> mean(answered, option)).toList();
    double seen = mean.stream().mapToDouble(Double::doubleValue).sum();
    return new TraitRow(
        story,
        trait.id(),
        Collections.nCopies(options + 1, 0),
        results.size() - answered.size(),
        results.size(),
        seen < minValidMass ? null : shares(mean.subList(0, options)),
        TraitResult.Source.LOGPROB.wireName());
  }

  private static double mean(List<TraitResult> results, int option) {
    return results.stream()
        .mapToDouble(r -> option < r.masses().size() ? r.masses().get(option) : 0)
        .average()
        .orElse(0);
  }

  private static @Nullable List<Double> shares(List<Double> weights) {
    double sum = weights.stream().mapToDouble(Double::doubleValue).sum();
    return sum > 0 ? weights.stream().map(weight -> weight / sum).toList() : null;
  }

  private static List<TraitResult> ofSource(List<TraitResult> results, TraitResult.Source source) {
    return results.stream().filter(result -> result.source() == source).toList();
  }
}
