package dev.voxpop.contracts.experiment;

import org.jspecify.annotations.Nullable;

/**
 * What a run may spend; null is no limit.
 *
 * @param micros money in 10⁻⁶ of the currency
 */
public record BudgetLimit(@Nullable Long micros, @Nullable Long tokens, @Nullable Long calls) {

  /** No limit at all. */
  public static final BudgetLimit NONE = new BudgetLimit(null, null, null);
}
