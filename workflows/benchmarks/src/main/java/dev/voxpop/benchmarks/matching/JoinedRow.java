package dev.voxpop.benchmarks.matching;

import dev.voxpop.benchmarks.instance.JoinInstance;
import dev.voxpop.benchmarks.instance.MatchingInstance;

/** A person with all numbers beside a persona with its story. */
public final class JoinedRow {

  private final String human;
  private final String persona;
  private final String story;
  private final int[] numbers;

  private JoinedRow(String human, String persona, String story, int[] numbers) {
    this.human = human;
    this.persona = persona;
    this.story = story;
    this.numbers = numbers;
  }

  static JoinedRow of(MatchingInstance instance, JoinInstance rows, int human, int persona) {
    int[] numbers = new int[JoinInstance.COLUMNS];
    for (int column = 0; column < numbers.length; column++) {
      numbers[column] = rows.number(human, column);
    }
    return new JoinedRow(
        instance.humanId(human), instance.personaId(persona), rows.story(persona), numbers);
  }

  public String human() {
    return human;
  }

  public String persona() {
    return persona;
  }

  public String story() {
    return story;
  }

  public int number(int column) {
    return numbers[column];
  }
}
