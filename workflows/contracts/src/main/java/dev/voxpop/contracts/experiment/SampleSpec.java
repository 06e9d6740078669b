package dev.voxpop.contracts.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which people, fully settled.
 *
 * @param draw the id of this draw: hash of all other fields
 * @param sample id of the human sample
 * @param sampleHash content hash of the human sample
 * @param people how many people the draw holds
 */
public record SampleSpec(
    String draw,
    String sample,
    String sampleHash,
    String wave,
    String waveHash,
    @Nullable Integer size,
    List<TraitCondition> include,
    List<TraitCondition> exclude,
    long seed,
    int people) {

  /** Copies the lists. */
  public SampleSpec {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
