package dev.voxpop.simulator.society;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.Traits;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What people think: a = s · (Σ_t e_t(level) − m) + √(1 − {@link #EXPLAINED}) · noise, standard
 * normal in each dimension. The scale s and the mean m are taken from a reference population, so
 * that traits explain the same share of every dimension and attitudes have mean 0 and variance 1.
 */
public final class AttitudeModel {
  /** The share of attitude variance that all eight traits together explain. */
  public static final double EXPLAINED = 0.37;

  private static final int N = AttitudeVector.DIMENSIONS;

  private final Map<Trait, AttitudeVector[]> effects;
  private final AttitudeVector constant;

  private AttitudeModel(Map<Trait, AttitudeVector[]> effects, AttitudeVector constant) {
    this.effects = effects;
    this.constant = constant;
  }

  static AttitudeModel fittedTo(List<Traits> population) {
    AttitudeModel raw = new AttitudeModel(load(), AttitudeVector.zero());
    double[] mean = new double[N];
    double[] square = new double[N];
    for (Traits traits : population) {
      AttitudeVector value = raw.expected(traits);
      for (int d = 0; d < N; d++) {
        mean[d] += value.get(d) / population.size();
        square[d] += value.get(d) * value.get(d) / population.size();
      }
    }
    double[] scale = new double[N];
    double[] constant = new double[N];
    for (int d = 0; d < N; d++) {
      scale[d] = Math.sqrt(EXPLAINED / (square[d] - mean[d] * mean[d]));
      constant[d] = -mean[d] * scale[d];
    }
    return new AttitudeModel(scaled(raw.effects, scale), AttitudeVector.of(constant));
  }

  /** The expected attitude of people with these traits. */
  public AttitudeVector expected(Traits traits) {
    AttitudeVector sum = constant;
    for (Trait trait : Trait.values()) {
      sum = sum.plus(effect(trait, traits.level(trait)), 1);
    }
    return sum;
  }

  /** The effect of one level of one trait. */
  public AttitudeVector effect(Trait trait, int level) {
    AttitudeVector[] levels = effects.get(trait);
    return levels == null ? AttitudeVector.zero() : levels[level];
  }

  /** The part of the expectation that no trait moves. */
  public AttitudeVector constant() {
    return constant;
  }

  AttitudeVector draw(Traits traits, Dice dice) {
    double[] noise = new double[N];
    for (int d = 0; d < N; d++) {
      noise[d] = dice.normal();
    }
    return expected(traits).plus(AttitudeVector.of(noise), Math.sqrt(1 - EXPLAINED));
  }

  private static Map<Trait, AttitudeVector[]> scaled(
      Map<Trait, AttitudeVector[]> effects, double[] scale) {
    Map<Trait, AttitudeVector[]> scaled = new EnumMap<>(Trait.class);
    effects.forEach(
        (trait, levels) -> {
          AttitudeVector[] copy = new AttitudeVector[levels.length];
          for (int level = 0; level < copy.length; level++) {
            double[] values = new double[N];
            for (int d = 0; d < N; d++) {
              values[d] = levels[level].get(d) * scale[d];
            }
            copy[level] = AttitudeVector.of(values);
          }
          scaled.put(trait, copy);
        });
    return scaled;
  }

  private static Map<Trait, AttitudeVector[]> load() {
    Map<Trait, AttitudeVector[]> effects = new EnumMap<>(Trait.class);
    for (List<String> row : DataFile.rows("attitude-effects.txt", 3)) {
      Trait trait = Trait.valueOf(row.get(0).toUpperCase(Locale.ROOT));
      AttitudeVector[] levels = effects.computeIfAbsent(trait, AttitudeModel::untouched);
      AttitudeVector effect = vector(row.get(2));
      for (int level = 0; level < levels.length; level++) {
        levels[level] = levels[level].plus(effect, factor(trait, level, row.get(1)));
      }
    }
    return effects;
  }

  private static double factor(Trait trait, int level, String name) {
    if (!name.startsWith("slope ")) {
      return LevelSet.named(trait, name).contains(level) ? 1 : 0;
    }
    String[] parts = name.split(" ", -1);
    double value =
        switch (trait) {
          case AGE -> Trait.YOUNGEST + (double) level;
          case INCOME -> Math.log((level + 0.5) * Trait.INCOME_STEP);
          default -> level;
        };
    return (value - Double.parseDouble(parts[1])) / Double.parseDouble(parts[2]);
  }

  private static AttitudeVector[] untouched(Trait trait) {
    AttitudeVector[] levels = new AttitudeVector[trait.levels()];
    Arrays.fill(levels, AttitudeVector.zero());
    return levels;
  }

  private static AttitudeVector vector(String cell) {
    return AttitudeVector.of(
        Arrays.stream(cell.split(" +", -1)).mapToDouble(Double::parseDouble).toArray());
  }
}
