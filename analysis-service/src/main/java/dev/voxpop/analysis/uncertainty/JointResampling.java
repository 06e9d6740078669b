package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.panel.Index;
import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * One draw of people and one draw of stories for all arms, for differences between arms.
 *
 * <p>A row's multiplicity is that of its person times that of its story, drawn independently; rows
 * without a person, or without a story of their own (a baseline persona is its person), have the
 * other factor only. A story or person that two arms share has one multiplicity in both, so what
 * they have in common cancels in the difference.
 *
 * <p>A. B. Owen, The pigeonhole bootstrap, 2007, doi:10.1214/07-AOAS122.
 */
public final class JointResampling implements Resampling {

  private final Multiplicities persons;
  private final Multiplicities stories;
  private final int[] people;
  private final List<int[]> armPersons;
  private final List<int[]> armStories;

  private JointResampling(
      Multiplicities persons,
      Multiplicities stories,
      int[] people,
      List<int[]> armPersons,
      List<int[]> armStories) {
    this.persons = persons;
    this.stories = stories;
    this.people = people;
    this.armPersons = armPersons;
    this.armStories = armStories;
  }

  /** Draws over the union of all persons and over the union of all stories. */
  public static JointResampling of(
      Panel people, List<Panel> arms, long personSeed, long storySeed) {
    Units units = Units.of(people, arms);
    return of(
        units,
        Multiplicities.drawn(personSeed, units.persons.size()),
        Multiplicities.drawn(storySeed, units.stories.size()));
  }

  /** Leaves out every person once, then every story once. */
  static LeftOut leaveOneOut(Panel people, List<Panel> arms) {
    Units units = Units.of(people, arms);
    int persons = units.persons.size();
    int stories = units.stories.size();
    return new LeftOut(
        of(units, Multiplicities.leftOut(0, persons), Multiplicities.leftOut(persons, stories)),
        persons,
        stories);
  }

  /** Rounds of which the first leave out people and the others stories. */
  record LeftOut(Resampling resampling, int people, int stories) {}

  /** What is drawn: persons and stories of all sides, with a number each. */
  private record Units(
      Panel people, List<Panel> arms, Map<String, Integer> persons, Map<String, Integer> stories) {

    static Units of(Panel people, List<Panel> arms) {
      TreeSet<String> persons = new TreeSet<>(people.subjects().names());
      TreeSet<String> stories = new TreeSet<>();
      for (Panel arm : arms) {
        persons.addAll(arm.respondents().names());
        stories.addAll(arm.clusters().names());
      }
      return new Units(people, arms, numbers(persons), numbers(stories));
    }
  }

  private static JointResampling of(Units units, Multiplicities persons, Multiplicities stories) {
    List<int[]> armPersons = new ArrayList<>();
    List<int[]> armStories = new ArrayList<>();
    for (Panel arm : units.arms) {
      int[] person = translate(arm.respondents(), arm.size(), units.persons);
      armPersons.add(person);
      armStories.add(storiesOf(arm, person, units.stories));
    }
    return new JointResampling(
        persons,
        stories,
        translate(units.people.subjects(), units.people.size(), units.persons),
        armPersons,
        armStories);
  }

  @Override
  public Drawn round(int number) {
    return new Round(persons.of(number), stories.of(number));
  }

  private final class Round implements Drawn {
    private final int[] person;
    private final int[] story;

    Round(int[] person, int[] story) {
      this.person = person;
      this.story = story;
    }

    @Override
    public double[] people() {
      double[] multiplicities = new double[people.length];
      for (int row = 0; row < people.length; row++) {
        multiplicities[row] = person[people[row]];
      }
      return multiplicities;
    }

    @Override
    public double[] arm(int arm) {
      int[] rowPersons = armPersons.get(arm);
      int[] rowStories = armStories.get(arm);
      double[] multiplicities = new double[rowPersons.length];
      for (int row = 0; row < rowPersons.length; row++) {
        multiplicities[row] =
            count(person, rowPersons[row]) * (double) count(story, rowStories[row]);
      }
      return multiplicities;
    }
  }

  private static int count(int[] counts, int number) {
    return number < 0 ? 1 : counts[number];
  }

  private static Map<String, Integer> numbers(Set<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    names.forEach(name -> numbers.put(name, numbers.size()));
    return numbers;
  }

  private static int[] translate(Index index, int rows, Map<String, Integer> numbers) {
    return IntStream.range(0, rows)
        .map(
            row ->
                index.of(row) < 0 ? -1 : numbers.getOrDefault(index.names().get(index.of(row)), -1))
        .toArray();
  }

  /**
   * A row whose cluster is the persona itself and that has a person varies with the person only.
   */
  private static int[] storiesOf(Panel arm, int[] persons, Map<String, Integer> numbers) {
    int[] stories = translate(arm.clusters(), arm.size(), numbers);
    for (int row = 0; row < stories.length; row++) {
      String cluster = arm.clusters().names().get(arm.clusters().of(row));
      String subject = arm.subjects().names().get(arm.subjects().of(row));
      if (persons[row] >= 0 && cluster.equals(subject)) {
        stories[row] = -1;
      }
    }
    return stories;
  }
}
