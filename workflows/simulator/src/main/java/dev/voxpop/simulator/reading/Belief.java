package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What a model believes about the person behind a prompt: a distribution for each trait, and the
 * attitudes.
 */
public final class Belief {
  private final Map<Trait, double[]> levels;
  private final Map<Trait, LevelSet> stated;
  private final AttitudeBelief attitudes;

  Belief(Map<Trait, double[]> levels, Map<Trait, LevelSet> stated, AttitudeBelief attitudes) {
    this.levels = new EnumMap<>(levels);
    this.stated = Map.copyOf(stated);
    this.attitudes = attitudes;
  }

  /** The probability of each finest level of a trait. */
  public double[] levels(Trait trait) {
    return levels.getOrDefault(trait, new double[trait.levels()]).clone();
  }

  /** The traits that the text states outright. */
  public Set<Trait> stated() {
    return stated.isEmpty() ? EnumSet.noneOf(Trait.class) : EnumSet.copyOf(stated.keySet());
  }

  /** What the text states about a trait; no level when it is silent. */
  public LevelSet statement(Trait trait) {
    return stated.getOrDefault(trait, LevelSet.none(trait));
  }

  /** The attitudes. */
  public AttitudeBelief attitudes() {
    return attitudes;
  }

  Belief withAttitudes(AttitudeBelief other) {
    return new Belief(levels, stated, other);
  }
}
