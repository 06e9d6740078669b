package dev.voxpop.matching.assignment;

import java.util.OptionalInt;

/**
 * How to match: everything besides the data that decides the result.
 *
 * @param method the way personas are chosen
 * @param capacity places per persona: the re-use cap of greedy, the capacity of maximum weight;
 *     empty means no cap for greedy and the smallest sufficient capacity for maximum weight
 * @param seed decides among equals
 * @param tieBreak rule of greedy among equal weights
 * @param onZero what happens to humans without support
 * @param surplus what happens to humans beyond capacity
 * @param objective what maximum weight maximises
 */
public record Specification(
    Method method,
    OptionalInt capacity,
    long seed,
    TieBreak tieBreak,
    OnZero onZero,
    Surplus surplus,
    Objective objective) {

  public Specification {
    if (capacity.isPresent() && capacity.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "Capacity %d is less than 1.\nMaybe leave it out to use the default?"
              .formatted(capacity.getAsInt()));
    }
  }

  /** Returns the default settings of a method. */
  public static Specification of(Method method, long seed) {
    return new Specification(
        method,
        OptionalInt.empty(),
        seed,
        TieBreak.SEEDED,
        OnZero.LIST,
        Surplus.REFUSE,
        Objective.SUM);
  }

  public Specification withCapacity(int places) {
    return new Specification(
        method, OptionalInt.of(places), seed, tieBreak, onZero, surplus, objective);
  }

  public Specification withTieBreak(TieBreak rule) {
    return new Specification(method, capacity, seed, rule, onZero, surplus, objective);
  }

  public Specification withOnZero(OnZero policy) {
    return new Specification(method, capacity, seed, tieBreak, policy, surplus, objective);
  }

  public Specification withSurplus(Surplus policy) {
    return new Specification(method, capacity, seed, tieBreak, onZero, policy, objective);
  }

  public Specification withObjective(Objective aim) {
    return new Specification(method, capacity, seed, tieBreak, onZero, surplus, aim);
  }
}
