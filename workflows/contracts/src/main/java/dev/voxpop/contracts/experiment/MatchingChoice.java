package dev.voxpop.contracts.experiment;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a pool's personas are paired with people.
 *
 * @param pool name of a pool of the document
 * @param traits trait ids; empty = the document's traits
 * @param reuseCap most people a persona, for greedy; null = no cap
 * @param capacity most people a persona, for maximum weight; null = 1 or ⌈N/M⌉
 * @param smoothing mass added to every label, ≥ 0
 * @param straddling of options over a border of labels; a message without it means split
 */
public record MatchingChoice(
    String pool,
    MatchingMethod method,
    List<String> traits,
    List<TraitCondition> include,
    List<TraitCondition> exclude,
    @Nullable Integer reuseCap,
    @Nullable Integer capacity,
    boolean allowUnmatched,
    OnZero onZero,
    OnUndetermined onUndetermined,
    double smoothing,
    TieBreak tieBreak,
    Objective objective,
    Straddling straddling) {

  /** Copies the lists; messages written before there was a choice have none. */
  public MatchingChoice {
    traits = List.copyOf(traits);
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
    straddling = Objects.requireNonNullElse(straddling, Straddling.SPLIT);
  }
}
