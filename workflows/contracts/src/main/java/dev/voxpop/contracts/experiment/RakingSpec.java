package dev.voxpop.contracts.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A raking, fully settled: the personas of a pool, or of the pairs of a matching, to the weighted
 * margins of the people of a draw. A persona whose trait is undetermined counts as uniform there.
 *
 * @param raking the id: {@code w-} and the first 16 hex digits of the hash of all it depends on
 * @param pool id of the pool
 * @param matching id of the matching whose pairs are raked, one row per pair; null = every story of
 *     the pool is a row
 * @param traitKey key of the trait answers, see {@link TraitSpec}
 * @param traits traits whose margins are met, in order
 * @param straddling of options over a border of labels
 * @param sample the people; with a matching, those that its filters let pass
 */
public record RakingSpec(
    String raking,
    String pool,
    @Nullable String matching,
    String traitKey,
    List<String> traits,
    RakingMembership membership,
    Straddling straddling,
    SampleSpec sample) {

  /** Copies the list. */
  public RakingSpec {
    traits = List.copyOf(traits);
  }

  /** Whether the personas of an arm are the ones that are raked. */
  public boolean covers(ArmSpec arm) {
    return pool.equals(arm.pool()) && Objects.equals(matching, arm.matching());
  }
}
