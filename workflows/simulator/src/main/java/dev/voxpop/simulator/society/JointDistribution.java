package dev.voxpop.simulator.society;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.trait.Condition;
import dev.voxpop.simulator.trait.Facts;
import dev.voxpop.simulator.trait.LevelSet;
import dev.voxpop.simulator.trait.Trait;
import dev.voxpop.simulator.trait.TraitWords;
import dev.voxpop.simulator.trait.Traits;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The joint distribution of the eight traits: age, race, region, gender, schooling, income,
 * religion and party, each a multinomial logit given the earlier ones (income: log-normal), with
 * the shares and effects of {@code margins.txt}.
 */
final class JointDistribution {
  private static final List<Trait> ORDER =
      List.of(
          Trait.AGE,
          Trait.RACE,
          Trait.REGION,
          Trait.GENDER,
          Trait.EDUCATION,
          Trait.INCOME,
          Trait.RELIGION,
          Trait.PARTY);

  private final Map<Trait, List<Row>> rows;

  private JointDistribution(Map<Trait, List<Row>> rows) {
    this.rows = rows;
  }

  static JointDistribution shipped() {
    Map<Trait, List<Row>> rows = new EnumMap<>(Trait.class);
    for (List<String> cells : DataFile.rows("margins.txt", 4)) {
      Trait trait = Trait.valueOf(cells.get(0).toUpperCase(Locale.ROOT));
      rows.computeIfAbsent(trait, key -> new ArrayList<>()).add(Row.parse(trait, cells));
    }
    return new JointDistribution(rows);
  }

  /** One person's traits. */
  Traits draw(Dice dice) {
    Map<Trait, Integer> levels = new EnumMap<>(Trait.class);
    ORDER.forEach(trait -> levels.put(trait, 0));
    int income = 0;
    for (Trait trait : ORDER) {
      Traits known = Traits.of(levels, income);
      if (trait == Trait.INCOME) {
        income = income(known, dice);
        levels.put(trait, trait.levelOf(income));
      } else {
        levels.put(trait, level(trait, known, dice));
      }
    }
    return Traits.of(levels, income);
  }

  private int level(Trait trait, Facts known, Dice dice) {
    List<Row> choices = rowsOf(trait);
    double[] weights =
        choices.stream().mapToDouble(row -> row.value * Math.exp(row.effect(known))).toArray();
    LevelSet drawn = choices.get(dice.index(weights)).levels;
    int lowest = 0;
    while (!drawn.contains(lowest)) {
      lowest++;
    }
    return lowest + dice.below(drawn.size());
  }

  private int income(Facts known, Dice dice) {
    Row location = rowsOf(Trait.INCOME).get(0);
    Row spread = rowsOf(Trait.INCOME).get(1);
    double log = location.value + location.effect(known) + spread.value * dice.normal();
    return Math.clamp(Math.round(Math.exp(log) / 500) * 500, 4_000, 900_000);
  }

  private List<Row> rowsOf(Trait trait) {
    return rows.getOrDefault(trait, List.of());
  }

  private record Row(
      LevelSet levels, double value, List<Condition> conditions, List<Double> effects) {
    static Row parse(Trait trait, List<String> cells) {
      List<Condition> conditions = new ArrayList<>();
      List<Double> effects = new ArrayList<>();
      for (String effect : cells.get(3).split("//", -1)) {
        int colon = effect.indexOf(" : ");
        if (colon > 0) {
          conditions.add(Condition.parse(effect.substring(0, colon).strip()));
          effects.add(Double.valueOf(effect.substring(colon + 3).strip()));
        }
      }
      return new Row(
          levels(trait, cells.get(1)),
          Double.parseDouble(cells.get(2)),
          List.copyOf(conditions),
          List.copyOf(effects));
    }

    private static LevelSet levels(Trait trait, String name) {
      return switch (trait) {
        case INCOME -> LevelSet.none(trait);
        case AGE -> TraitWords.meaning(trait, name);
        default -> LevelSet.named(trait, name);
      };
    }

    double effect(Facts known) {
      double sum = 0;
      for (int i = 0; i < effects.size(); i++) {
        sum += conditions.get(i).holds(known) ? effects.get(i) : 0;
      }
      return sum;
    }
  }
}
