package dev.voxpop.simulator.society;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.question.Item;
import dev.voxpop.simulator.question.OrdinalItem;
import dev.voxpop.simulator.trait.Education;
import dev.voxpop.simulator.trait.TraitOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A generator of human panels from the society. People are approached in the order of their keys
 * and respond with a probability that rises with age and schooling; the weight is its inverse.
 * Refusals are missing at random at a rate of 2 to 6 % by question (1 to 3 % for demographics).
 * Panel keys live in a space of their own, apart from every persona's. Deterministic in the seed;
 * O(n · questions).
 */
public final class PanelGenerator {
  private static final long PANEL = Keys.of(3, "panel");
  private static final long REFUSAL = Keys.of(4, "refusal");
  private static final int FIRST_KEY = 100_001;

  private final Society society;
  private final List<PanelQuestion> questions;
  private final Map<String, TraitOptions> traits = new HashMap<>();

  private PanelGenerator(Society society, List<PanelQuestion> questions, List<PanelTrait> traits) {
    this.society = society;
    this.questions = List.copyOf(questions);
    traits.forEach(
        trait -> this.traits.put(trait.id(), TraitOptions.of(trait.trait(), trait.options())));
  }

  /** A generator for a questionnaire. */
  public static PanelGenerator of(List<PanelQuestion> questions, List<PanelTrait> traits) {
    return new PanelGenerator(Society.shared(), questions, traits);
  }

  /**
   * The ids of questions that the questionnaire calls ordinal and whose options the intensity
   * lexicon cannot put in order: people answer them as nominal ones.
   */
  public List<String> misunderstood() {
    return questions.stream()
        .filter(question -> question.kind() == PanelQuestion.Kind.ORDINAL)
        .filter(question -> !(item(question) instanceof OrdinalItem))
        .map(PanelQuestion::id)
        .toList();
  }

  /** A panel of n respondents. */
  public List<PanelRespondent> draw(int n, long seed) {
    List<PanelRespondent> drawn = new ArrayList<>();
    long space = Keys.mix(PANEL, seed);
    double total = 0;
    for (long approached = 0; drawn.size() < n; approached++) {
      Person person = society.person(Keys.mix(space, approached));
      Dice dice = Dice.of(Keys.mix(person.key(), 2));
      double response = response(person);
      if (dice.happens(response)) {
        drawn.add(respondent(FIRST_KEY + drawn.size(), person, 1 / response));
        total += 1 / response;
      }
    }
    double mean = total / Math.max(1, n);
    return drawn.stream()
        .map(one -> one.weighted(Math.round(one.weight() / mean * 1e6) / 1e6))
        .toList();
  }

  private PanelRespondent respondent(int key, Person person, double weight) {
    Map<String, PanelAnswer> answers = new HashMap<>();
    for (PanelQuestion question : questions) {
      answers.put(question.id(), answer(person, question));
    }
    Map<String, PanelAnswer> demographics = new HashMap<>();
    traits.forEach((id, options) -> demographics.put(id, demographic(person, id, options)));
    return new PanelRespondent(String.valueOf(key), person.traits(), weight, answers, demographics);
  }

  private PanelAnswer answer(Person person, PanelQuestion question) {
    if (refuses(person, question.id(), 0.02, 0.06)) {
      return new PanelAnswer.Refused();
    }
    return new PanelAnswer.Chosen(society.answer(person, question.text(), question.options()));
  }

  private static PanelAnswer demographic(Person person, String id, TraitOptions options) {
    int option = options.optionOf(person.traits(), Dice.of(Keys.of(person.key(), id)));
    boolean silent = option < 0 || refuses(person, id, 0.01, 0.03);
    return silent ? new PanelAnswer.Refused() : new PanelAnswer.Chosen(option);
  }

  private static boolean refuses(Person person, String id, double lowest, double highest) {
    double rate = lowest + (highest - lowest) * Dice.of(Keys.of(REFUSAL, id)).uniform();
    return Dice.of(Keys.of(Keys.mix(REFUSAL, person.key()), id)).happens(rate);
  }

  private Item item(PanelQuestion question) {
    return society.item(question.text(), question.options());
  }

  private static double response(Person person) {
    double schooling = person.traits().education().compareTo(Education.SOME_COLLEGE) * 0.06;
    double age = (person.traits().age() - 47) / 17.0 * 0.09;
    return Math.clamp(0.45 + schooling + age, 0.12, 0.8);
  }
}
