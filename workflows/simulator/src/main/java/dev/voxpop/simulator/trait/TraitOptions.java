package dev.voxpop.simulator.trait;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.Refusals;
import dev.voxpop.simulator.lexicon.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * The options of a question about a trait, as shares of each level: a level named by one option
 * belongs to it, by several is split evenly, by none belongs to the options that say "other", and
 * to nobody when there is no such option.
 */
public final class TraitOptions {
  private final Trait trait;
  private final List<LevelSet> meanings;
  private final double[][] shares;

  private TraitOptions(Trait trait, List<LevelSet> meanings) {
    this.trait = trait;
    this.meanings = meanings;
    this.shares = new double[trait.levels()][];
    for (int level = 0; level < shares.length; level++) {
      shares[level] = shares(level);
    }
  }

  /** The options of a question about a trait, in the order given. */
  public static TraitOptions of(Trait trait, List<String> options) {
    List<LevelSet> meanings = new ArrayList<>();
    LevelSet covered = LevelSet.none(trait);
    for (String option : options) {
      LevelSet meaning =
          Refusals.isRefusal(option) ? LevelSet.none(trait) : TraitWords.meaning(trait, option);
      meanings.add(meaning);
      covered = covered.or(meaning);
    }
    for (int i = 0; i < meanings.size(); i++) {
      if (saysOther(options.get(i)) && !trait.numeric()) {
        meanings.set(i, meanings.get(i).or(rest(trait, covered)));
      }
    }
    return new TraitOptions(trait, List.copyOf(meanings));
  }

  /** The trait. */
  public Trait trait() {
    return trait;
  }

  /** How many options say something about the trait. */
  public long understood() {
    return meanings.stream().filter(meaning -> !meaning.isEmpty()).count();
  }

  /** The levels an option stands for. */
  public LevelSet meaning(int option) {
    return meanings.get(option);
  }

  /**
   * The mass of each option under a belief over levels, not normalised: levels that no option names
   * are left out.
   */
  public double[] masses(double[] belief) {
    double[] masses = new double[meanings.size()];
    for (int level = 0; level < belief.length; level++) {
      for (int option = 0; option < masses.length; option++) {
        masses[option] += belief[level] * shares[level][option];
      }
    }
    return masses;
  }

  /** The option of a person; −1 when none fits. */
  public int optionOf(Traits person, Dice dice) {
    double[] fitting = shares[person.level(trait)];
    double total = 0;
    for (double share : fitting) {
      total += share;
    }
    return total == 0 ? -1 : dice.index(fitting);
  }

  private double[] shares(int level) {
    double[] row = new double[meanings.size()];
    long naming = meanings.stream().filter(meaning -> meaning.contains(level)).count();
    for (int option = 0; option < row.length; option++) {
      row[option] = meanings.get(option).contains(level) ? 1.0 / naming : 0;
    }
    return row;
  }

  private static LevelSet rest(Trait trait, LevelSet covered) {
    LevelSet rest = LevelSet.none(trait);
    for (int level = 0; level < trait.levels(); level++) {
      rest = covered.contains(level) ? rest : rest.or(LevelSet.range(trait, level, level));
    }
    return rest;
  }

  private static boolean saysOther(String option) {
    List<String> words = Words.of(option).list();
    return words.contains("other") || words.contains("else") || words.contains("another");
  }
}
