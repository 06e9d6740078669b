package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which people stand for the population.
 *
 * @param humans id of a human sample; null takes the only sample of the wave
 * @param size people drawn with the experiment's seed; null takes all
 * @param include people must meet all of these
 * @param exclude people must meet none of these
 */
public record SampleChoice(
    @Nullable String humans,
    @Nullable Integer size,
    List<TraitCondition> include,
    List<TraitCondition> exclude) {

  /** Copies the lists. */
  public SampleChoice {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
