package dev.voxpop.simulator.society;

import dev.voxpop.simulator.attitude.AttitudeVector;
import dev.voxpop.simulator.chance.BoundedCache;
import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.chance.Keys;
import dev.voxpop.simulator.lexicon.Words;
import dev.voxpop.simulator.question.Item;
import dev.voxpop.simulator.question.Items;
import dev.voxpop.simulator.trait.Traits;
import java.util.ArrayList;
import java.util.List;

/**
 * The simulated society: who lives in it, what they think, and what they answer. There is one
 * society, the same for every simulator and every panel; a seed only chooses whom one meets.
 * Thread-safe.
 */
public final class Society {
  /** The number of people in the reference population by which beliefs are formed. */
  public static final int REFERENCE_SIZE = 2_048;

  private static final long REFERENCE_KEY = Keys.of(1, "reference population");
  private static final long OWN_ANSWER = Keys.of(2, "own answer");
  private static final Society SHARED = new Society();

  private final JointDistribution joint = JointDistribution.shipped();
  private final List<Person> reference;
  private final AttitudeModel attitudes;
  private final BoundedCache<Item> items = BoundedCache.of(4_096);

  private Society() {
    List<Traits> traits = new ArrayList<>();
    for (int i = 0; i < REFERENCE_SIZE; i++) {
      traits.add(joint.draw(Dice.of(Keys.mix(REFERENCE_KEY, i))));
    }
    attitudes = AttitudeModel.fittedTo(traits);
    List<Person> people = new ArrayList<>();
    for (int i = 0; i < REFERENCE_SIZE; i++) {
      people.add(personWith(traits.get(i), Keys.mix(REFERENCE_KEY, i)));
    }
    reference = List.copyOf(people);
  }

  /** The one society. */
  public static Society shared() {
    return SHARED;
  }

  /** The person of a key: the same key is the same person. */
  public Person person(long key) {
    return personWith(joint.draw(Dice.of(key)), key);
  }

  /** The person of a key with given traits. */
  public Person personWith(Traits traits, long key) {
    return new Person(key, traits, attitudes.draw(traits, Dice.of(Keys.mix(key, 1))));
  }

  /** The person of a key with given traits and attitude. */
  public Person personWith(Traits traits, AttitudeVector attitude, long key) {
    return new Person(key, traits, attitude);
  }

  /** How traits move attitudes. */
  public AttitudeModel attitudes() {
    return attitudes;
  }

  /** A fixed sample of the population. */
  public List<Person> reference() {
    return reference;
  }

  /**
   * A question as the society understands it; the options are those that answer, without refusals.
   */
  public Item item(String question, List<String> options) {
    long key = Keys.of(0, question);
    for (String option : options) {
      key = Keys.of(key, option);
    }
    return items.get(key, () -> Items.of(question, options));
  }

  /**
   * The place of the option a person gives to an opinion question: always the same for the same
   * wording.
   */
  public int answer(Person person, String question, List<String> options) {
    long own = Keys.of(Keys.mix(OWN_ANSWER, person.key()), Words.normal(question));
    return item(question, options).answer(person.attitude(), Dice.of(own));
  }
}
