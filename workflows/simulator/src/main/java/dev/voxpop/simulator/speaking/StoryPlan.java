package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.question.Stances;
import dev.voxpop.simulator.question.Topic;
import dev.voxpop.simulator.question.Topics;
import dev.voxpop.simulator.speaking.Grammar.Signal;
import dev.voxpop.simulator.speaking.Grammar.Template;
import dev.voxpop.simulator.trait.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** One story in the making: its sentences by paragraph, and what has been used. */
final class StoryPlan {
  private static final List<List<Trait>> TOLD =
      List.of(
          List.of(Trait.REGION, Trait.AGE, Trait.RACE),
          List.of(Trait.EDUCATION, Trait.INCOME),
          List.of(Trait.GENDER, Trait.RELIGION),
          List.of(Trait.PARTY));
  private static final List<List<String>> FILLERS =
      List.of(
          List.of("childhood"),
          List.of("work"),
          List.of("family", "habit"),
          List.of("habit"),
          List.of("closing"));
  private static final List<String> LINKS =
      List.of(
          "",
          "",
          "",
          "",
          "",
          "To be honest, ",
          "Ask anyone: ",
          "Like it or not, ",
          "These days ",
          "Around here ",
          "And ",
          "Also, ",
          "For what it is worth, ");
  private static final List<String> TAILS =
      List.of(
          "",
          "",
          "",
          ", and I say so",
          ", always have",
          ", and that will not change",
          ", for what it is worth",
          ", like most people I know",
          ", and nobody will talk me out of it",
          ", though we can still be friends",
          ", and I have my reasons");

  private final Biography life;
  private final Dice dice;
  private final Set<Template> used = new HashSet<>();
  private final List<List<String>> paragraphs = new ArrayList<>();
  private int words;

  StoryPlan(Biography life, Dice dice) {
    this.life = life;
    this.dice = dice;
    FILLERS.forEach(sections -> paragraphs.add(new ArrayList<>()));
  }

  /** Tells each trait as frankly as its signal says. */
  void traits(Function<Trait, Frankness> frankness) {
    for (int paragraph = 0; paragraph < TOLD.size(); paragraph++) {
      for (Trait trait : TOLD.get(paragraph)) {
        Signal signal = frankness.apply(trait).draw(dice);
        int sentences = signal == Signal.IMPLIES ? 2 : signal == Signal.STATES ? 1 : 0;
        for (int i = 0; i < sentences; i++) {
          add(paragraph, Grammar.telling(trait, signal, life));
        }
        if (signal == Signal.STATES && dice.happens(0.4)) {
          add(paragraph, Grammar.telling(trait, Signal.IMPLIES, life));
        }
      }
    }
  }

  /** Lets opinions slip about this many different topics. */
  void opinions(int count) {
    List<Topic> topics = new ArrayList<>(Topics.all());
    for (int i = 0; i < count && !topics.isEmpty(); i++) {
      Topic topic = topics.remove(dice.below(topics.size()));
      String said = Stances.say(topic, life.person().attitude(), dice);
      String sentence = dice.pick(LINKS) + said + dice.pick(TAILS) + ".";
      put(
          dice.happens(0.7) ? 3 : 2,
          Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1));
    }
  }

  /** Adds sentences that tell no trait until there are this many words. */
  void fillUpTo(int target) {
    add(1, Grammar.fillers("work", life).subList(0, 1));
    int misses = 0;
    while (words < target - 12 && misses < 12) {
      int paragraph = dice.below(FILLERS.size());
      int before = words;
      add(paragraph, Grammar.fillers(dice.pick(FILLERS.get(paragraph)), life));
      misses = words == before ? misses + 1 : 0;
    }
    add(4, Grammar.fillers("closing", life));
  }

  /** A further sentence at the end. */
  void append(String sentence) {
    put(4, sentence);
  }

  /**
   * The sentences, paragraph by paragraph, the first of each paragraph's sentences staying first.
   */
  List<List<String>> paragraphs() {
    List<List<String>> told =
        new ArrayList<>(
            paragraphs.stream()
                .filter(paragraph -> !paragraph.isEmpty())
                .map(this::mixed)
                .toList());
    List<String> first = new ArrayList<>(told.getFirst());
    first.addFirst(Grammar.write(dice.pick(Grammar.fillers("intro", life)), life, dice));
    told.set(0, List.copyOf(first));
    return List.copyOf(told);
  }

  private List<String> mixed(List<String> sentences) {
    List<String> left = new ArrayList<>(sentences);
    List<String> mixed = new ArrayList<>();
    while (!left.isEmpty()) {
      mixed.add(left.remove(Math.min(left.size() - 1, dice.below(2))));
    }
    return mixed;
  }

  private void add(int paragraph, List<Template> templates) {
    List<Template> fresh = templates.stream().filter(template -> !used.contains(template)).toList();
    if (!fresh.isEmpty()) {
      Template template = dice.pick(fresh);
      used.add(template);
      put(paragraph, Grammar.write(template, life, dice));
    }
  }

  private void put(int paragraph, String sentence) {
    paragraphs.get(paragraph).add(sentence);
    words += sentence.split(" ", -1).length;
  }
}
