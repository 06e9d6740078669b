package dev.voxpop.simulator.trait;

import java.util.BitSet;

/** A set of levels of one trait: what a wording says about it. */
public final class LevelSet {
  private final Trait trait;
  private final BitSet levels;

  private LevelSet(Trait trait, BitSet levels) {
    this.trait = trait;
    this.levels = levels;
  }

  /** No level: the wording says nothing. */
  public static LevelSet none(Trait trait) {
    return new LevelSet(trait, new BitSet());
  }

  /** The levels from low to high, both included. */
  public static LevelSet range(Trait trait, int low, int high) {
    BitSet levels = new BitSet();
    if (high >= low) {
      levels.set(low, high + 1);
    }
    return new LevelSet(trait, levels);
  }

  /** The levels named by constants between commas; a leading exclamation mark takes all others. */
  public static LevelSet named(Trait trait, String names) {
    BitSet levels = new BitSet();
    boolean others = names.startsWith("!");
    for (String name : names.substring(others ? 1 : 0).split(",", -1)) {
      levels.set(level(trait, name.strip()));
    }
    if (others) {
      levels.flip(0, trait.levels());
    }
    return new LevelSet(trait, levels);
  }

  /** The trait. */
  public Trait trait() {
    return trait;
  }

  /** Whether it holds a level. */
  public boolean contains(int level) {
    return level >= 0 && levels.get(level);
  }

  /** Whether it says nothing. */
  public boolean isEmpty() {
    return levels.isEmpty();
  }

  /** How many levels it holds. */
  public int size() {
    return levels.cardinality();
  }

  /** Whether it has a level in common with another set. */
  public boolean meets(LevelSet other) {
    return trait == other.trait && levels.intersects(other.levels);
  }

  /** Both sets together. */
  public LevelSet or(LevelSet other) {
    BitSet both = (BitSet) levels.clone();
    both.or(other.levels);
    return new LevelSet(trait, both);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LevelSet set && trait == set.trait && levels.equals(set.levels);
  }

  @Override
  public int hashCode() {
    return levels.hashCode() * 31 + trait.hashCode();
  }

  @Override
  public String toString() {
    return trait + levels.toString();
  }

  private static int place(Enum<?>[] constants, String name) {
    for (int i = 0; i < constants.length; i++) {
      if (constants[i].name().equals(name)) {
        return i;
      }
    }
    throw new IllegalStateException("No level " + name + ".\nMaybe it is misspelt in a data file.");
  }

  private static int level(Trait trait, String name) {
    return switch (trait) {
      case EDUCATION -> place(Education.values(), name);
      case REGION -> place(Region.values(), name);
      case GENDER -> place(Gender.values(), name);
      case RACE -> place(Race.values(), name);
      case RELIGION -> place(Religion.values(), name);
      case PARTY -> place(Party.values(), name);
      case AGE, INCOME -> trait.levelOf(Double.parseDouble(name));
    };
  }
}
