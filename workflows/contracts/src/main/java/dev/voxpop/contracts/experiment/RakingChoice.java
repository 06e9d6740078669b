package dev.voxpop.contracts.experiment;

import java.util.List;
import java.util.Objects;

/**
 * How the personas of raked arms are brought to the margins of the people.
 *
 * @param traits trait ids whose margins are met; empty = the document's traits
 */
public record RakingChoice(List<String> traits, RakingMembership membership) {

  /** Copies the list; messages written before there was a choice have neither. */
  public RakingChoice {
    traits = List.copyOf(Objects.requireNonNullElse(traits, List.of()));
    membership = Objects.requireNonNullElse(membership, RakingMembership.FRACTIONAL);
  }

  /** The defaults. */
  public static RakingChoice defaults() {
    return new RakingChoice(List.of(), RakingMembership.FRACTIONAL);
  }
}
