package dev.voxpop.simulator.trait;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

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

  /**
   * The trait of a name such as {@code age}, {@code age_4} or {@code income_13}: the number only
   * tells a banding.
   */
  public static Optional<Trait> named(String name) {
    String plain = name.replaceFirst("_\\d+$", "").toUpperCase(Locale.ROOT);
    return Arrays.stream(values()).filter(trait -> trait.name().equals(plain)).findFirst();
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
