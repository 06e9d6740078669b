package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.lexicon.DataFile;
import dev.voxpop.simulator.lexicon.PhraseTable;
import dev.voxpop.simulator.lexicon.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Ways to say what one thinks of something: "I am all for wind farms". Said and understood through
 * the same phrases.
 */
public final class Stances {
  private static final List<Stance> ALL = load();
  private static final double STRONG = 0.9;
  private static final PhraseTable<Stance> PHRASES = phrases();
  private static final PhraseTable<AttitudeVector> THINGS = things();

  private Stances() {}

  /**
   * What someone with this attitude says about a topic, as a clause such as "I love wind farms".
   */
  public static String say(Topic topic, AttitudeVector attitude, Dice dice) {
    double felt = topic.direction().dot(attitude) + 0.35 * dice.normal();
    boolean unwelcome = !topic.unwelcome().isEmpty() && dice.happens(0.35);
    String thing = dice.pick(unwelcome ? topic.unwelcome() : topic.welcome());
    double shown = unwelcome ? -felt : felt;
    double value = Math.copySign(Math.abs(shown) > STRONG ? 1.5 : 0.45, shown);
    List<Stance> fitting = ALL.stream().filter(stance -> stance.value == value).toList();
    String phrase = dice.pick(fitting).phrase;
    return (phrase.startsWith("i ") ? "I" + phrase.substring(1) : phrase) + " " + thing;
  }

  /** Reports each stance that a text takes: the direction of its thing, and the value. */
  public static void understand(Words words, BiConsumer<AttitudeVector, Double> found) {
    List<PhraseTable.Match<AttitudeVector>> things = THINGS.find(words);
    if (things.isEmpty()) {
      return;
    }
    for (PhraseTable.Match<Stance> stance : PHRASES.find(words)) {
      things.stream()
          .filter(
              thing ->
                  thing.start() >= stance.end()
                      && thing.start() <= stance.end() + 2
                      && words.together(stance.start(), thing.start()))
          .findFirst()
          .ifPresent(thing -> found.accept(thing.value(), stance.value().value));
    }
  }

  private static PhraseTable<Stance> phrases() {
    PhraseTable<Stance> table = PhraseTable.empty();
    ALL.forEach(stance -> table.add(stance.phrase, stance));
    return table;
  }

  private static PhraseTable<AttitudeVector> things() {
    PhraseTable<AttitudeVector> table = PhraseTable.empty();
    for (Topic topic : Topics.all()) {
      topic.welcome().forEach(thing -> table.add(thing, topic.direction()));
      topic.unwelcome().forEach(thing -> table.add(thing, topic.direction().times(-1)));
    }
    return table;
  }

  private static List<Stance> load() {
    List<Stance> stances = new ArrayList<>();
    for (List<String> row : DataFile.rows("stances.txt", 2)) {
      if (!row.get(0).equals("turning")) {
        double value = Double.parseDouble(row.get(0));
        DataFile.list(row.get(1)).forEach(phrase -> stances.add(new Stance(value, phrase)));
      }
    }
    return List.copyOf(stances);
  }

  private record Stance(double value, String phrase) {}
}
