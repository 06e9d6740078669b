package dev.voxpop.instrument.item;

/** What the numbers of a numeric item count. */
public enum Quantity {
  /** Age in whole years. */
  AGE_IN_YEARS,
  /** Money per year, in whole units of the wave's currency. */
  MONEY_PER_YEAR
}
