package dev.voxpop.simulator.reading;

import dev.voxpop.simulator.society.Person;
import dev.voxpop.simulator.society.Society;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * From clues to a belief about traits.
 *
 * <p>Statements beat hints and later statements beat earlier ones. The people of the reference
 * population are weighted by how well they fit all clues; a trait's belief is its weighted shares,
 * kept within what is stated but for {@link #MISREAD}. O(reference · traits), about 20 µs.
 */
final class TraitInference {
  /** How well people who contradict a statement still stand in for those who fit it. */
  private static final double DOUBT = 0.001;

  /** The mass that a statement leaves to other levels. */
  private static final double MISREAD = 0.01;

  private static final double NEAR = 3;
  private static final int FAR = 40;
  private static final double EMPTY = 1e-6;

  private final Society society;
  private final Map<Trait, byte[]> reference = new EnumMap<>(Trait.class);

  private TraitInference(Society society) {
    this.society = society;
    List<Person> people = society.reference();
    for (Trait trait : Trait.values()) {
      byte[] levels = new byte[people.size()];
      for (int i = 0; i < levels.length; i++) {
        levels[i] = (byte) people.get(i).traits().level(trait);
      }
      reference.put(trait, levels);
    }
  }

  static TraitInference of(Society society) {
    return new TraitInference(society);
  }

  Belief infer(List<Clue> clues) {
    Map<Trait, LevelSet> stated = new EnumMap<>(Trait.class);
    Map<Trait, double[]> likelihoods = likelihoods(clues, stated);
    double[] weights = weights(likelihoods);
    Map<Trait, double[]> levels = new EnumMap<>(Trait.class);
    for (Trait trait : Trait.values()) {
      double[] shares = shares(trait, weights);
      levels.put(trait, stated.containsKey(trait) ? asStated(shares, stated.get(trait)) : shares);
    }
    return new Belief(levels, stated, AttitudeExpectation.of(society.attitudes(), levels));
  }

  private static Map<Trait, double[]> likelihoods(List<Clue> clues, Map<Trait, LevelSet> stated) {
    Map<Trait, double[]> likelihoods = new EnumMap<>(Trait.class);
    for (Clue clue : clues) {
      if (clue instanceof Clue.Implied hint) {
        double[] values =
            likelihoods.computeIfAbsent(hint.levels().trait(), trait -> filled(trait.levels()));
        for (int level = 0; level < values.length; level++) {
          values[level] *= hint.levels().contains(level) ? hint.ratio() : 1;
        }
      } else if (clue instanceof Clue.Stated fact) {
        stated.put(fact.levels().trait(), fact.levels());
      }
    }
    stated.forEach((trait, levels) -> likelihoods.put(trait, nearness(levels)));
    return likelihoods;
  }

  /**
   * How well people of each level stand in for those of a stated set: for amounts, near ones do
   * quite well.
   */
  private static double[] nearness(LevelSet levels) {
    double[] near = new double[levels.trait().levels()];
    for (int level = 0; level < near.length; level++) {
      int distance =
          levels.trait().numeric() ? distance(levels, level) : levels.contains(level) ? 0 : FAR;
      near[level] = Math.max(DOUBT, Math.exp(-Math.pow(distance / NEAR, 2)));
    }
    return near;
  }

  private static int distance(LevelSet levels, int level) {
    int distance = 0;
    while (distance < FAR
        && !levels.contains(level - distance)
        && !levels.contains(level + distance)) {
      distance++;
    }
    return distance;
  }

  private double[] weights(Map<Trait, double[]> likelihoods) {
    double[] weights = filled(society.reference().size());
    likelihoods.forEach(
        (trait, values) -> {
          byte[] codes = codes(trait);
          for (int i = 0; i < weights.length; i++) {
            weights[i] *= values[codes[i]];
          }
        });
    return weights;
  }

  private double[] shares(Trait trait, double[] weights) {
    byte[] codes = codes(trait);
    double[] shares = new double[trait.levels()];
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      shares[codes[i]] += weights[i];
      total += weights[i];
    }
    for (int level = 0; level < shares.length; level++) {
      shares[level] /= total;
    }
    return shares;
  }

  /**
   * The shares within a stated set, scaled to all but a little mass; evenly where the reference has
   * nobody.
   */
  private static double[] asStated(double[] shares, LevelSet levels) {
    double inside = 0;
    for (int level = 0; level < shares.length; level++) {
      inside += levels.contains(level) ? shares[level] : 0;
    }
    double even = inside < EMPTY ? 1.0 / levels.size() : 0;
    double outside = Math.max(1 - inside, EMPTY);
    double[] changed = new double[shares.length];
    for (int level = 0; level < shares.length; level++) {
      double within = even > 0 ? even : shares[level] / inside;
      changed[level] =
          levels.contains(level) ? within * (1 - MISREAD) : shares[level] / outside * MISREAD;
    }
    return changed;
  }

  private byte[] codes(Trait trait) {
    return reference.getOrDefault(trait, new byte[society.reference().size()]);
  }

  private static double[] filled(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }
}
