package dev.voxpop.simulator.trait;

/** One of the eight traits, with the number of its finest levels. */
public enum Trait {
  /** Years from 18 to 95. */
  AGE(78),
  /** Yearly income in steps of 5,000; the last level is 250,000 and more. */
  INCOME(51),
  EDUCATION(8),
  REGION(4),
  GENDER(3),
  RACE(8),
  RELIGION(12),
  PARTY(5);

  /** The age of the first level. */
  public static final int YOUNGEST = 18;

  /** The width of an income level. */
  public static final int INCOME_STEP = 5_000;

  private final int levels;

  Trait(int levels) {
    this.levels = levels;
  }

  /** The number of finest levels. */
  public int levels() {
    return levels;
  }

  /** Whether levels are amounts in order. */
  public boolean numeric() {
    return this == AGE || this == INCOME;
  }

  /** The level of an age or a yearly income, cut to the range. */
  public int levelOf(double amount) {
    double level = this == AGE ? amount - YOUNGEST : amount / INCOME_STEP;
    return (int) Math.clamp(Math.floor(level), 0, levels - 1);
  }
}
