package dev.voxpop.simulator.trait;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The eight traits of one person as levels; the named accessors give them their everyday types. */
public final class Traits implements Facts {
  private static final List<Education> EDUCATION_LEVELS = List.of(Education.values());
  private static final List<Region> REGION_LEVELS = List.of(Region.values());
  private static final List<Gender> GENDER_LEVELS = List.of(Gender.values());
  private static final List<Race> RACE_LEVELS = List.of(Race.values());
  private static final List<Religion> RELIGION_LEVELS = List.of(Religion.values());
  private static final List<Party> PARTY_LEVELS = List.of(Party.values());

  private final Map<Trait, Integer> levels;
  private final int income;

  private Traits(Map<Trait, Integer> levels, int income) {
    this.levels = levels;
    this.income = income;
  }

  /**
   * Traits from a level for each trait; the income is the amount given, which must lie in its
   * level.
   */
  public static Traits of(Map<Trait, Integer> levels, int income) {
    Map<Trait, Integer> copy = new EnumMap<>(levels);
    for (Trait trait : Trait.values()) {
      Integer level = copy.get(trait);
      if (level == null || level < 0 || level >= trait.levels()) {
        throw new IllegalArgumentException(
            "Level "
                + level
                + " of trait "
                + trait
                + " is not in 0 … "
                + (trait.levels() - 1)
                + ".\nMaybe it is an option's place, not a level.");
      }
    }
    return new Traits(copy, income);
  }

  /** The level of a trait, 0 … levels − 1. */
  public int level(Trait trait) {
    return levels.getOrDefault(trait, 0);
  }

  /** Age in whole years. */
  public int age() {
    return Trait.YOUNGEST + level(Trait.AGE);
  }

  /** Household income in dollars a year. */
  public int income() {
    return income;
  }

  /** Highest schooling. */
  public Education education() {
    return EDUCATION_LEVELS.get(level(Trait.EDUCATION));
  }

  /** Part of the country. */
  public Region region() {
    return REGION_LEVELS.get(level(Trait.REGION));
  }

  /** Gender. */
  public Gender gender() {
    return GENDER_LEVELS.get(level(Trait.GENDER));
  }

  /** Race or ethnic group. */
  public Race race() {
    return RACE_LEVELS.get(level(Trait.RACE));
  }

  /** Religion. */
  public Religion religion() {
    return RELIGION_LEVELS.get(level(Trait.RELIGION));
  }

  /** Party. */
  public Party party() {
    return PARTY_LEVELS.get(level(Trait.PARTY));
  }

  @Override
  public double number(String name) {
    return switch (name) {
      case "age" -> age();
      case "income" -> income;
      default -> Double.NaN;
    };
  }

  @Override
  public String word(String name) {
    return switch (name) {
      case "education" -> education().name();
      case "region" -> region().name();
      case "gender" -> gender().name();
      case "race" -> race().name();
      case "religion" -> religion().name();
      case "party" -> party().name();
      default -> "";
    };
  }

  @Override
  public String toString() {
    return "%d, $%d, %s, %s, %s, %s, %s, %s"
        .formatted(age(), income, education(), region(), gender(), race(), religion(), party());
  }
}
