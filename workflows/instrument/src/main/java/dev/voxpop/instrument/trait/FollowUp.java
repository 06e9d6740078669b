package dev.voxpop.instrument.trait;

import java.util.Objects;
import java.util.Set;

/**
 * A trait that is asked only after certain answers to another one.
 *
 * @param trait id of the trait that is asked next
 * @param after option names after which it is asked
 */
public record FollowUp(String trait, Set<String> after) {
  public FollowUp {
    Objects.requireNonNull(trait);
    after = Set.copyOf(after);
  }
}
