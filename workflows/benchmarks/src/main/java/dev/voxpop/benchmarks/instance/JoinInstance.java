package dev.voxpop.benchmarks.instance;

import static java.nio.charset.StandardCharsets.US_ASCII;

/** What is joined after matching: 100 numbers a person, a story of 3,000 letters a persona. */
public final class JoinInstance {

  /** Columns of a person. */
  public static final int COLUMNS = 100;

  private static final long SEED = 20265;
  private static final int LETTERS = 3_000;
  private static final int CHECKED = 10_000;

  private final byte[] numbers;
  private final String[] stories;

  private JoinInstance(int humans, int personas) {
    this.numbers = new byte[humans * COLUMNS];
    for (int place = 0; place < numbers.length; place++) {
      numbers[place] = (byte) Draws.below(SEED, 1, place, 5);
    }
    this.stories = new String[personas];
    char[] letters = new char[LETTERS];
    for (int persona = 0; persona < personas; persona++) {
      for (int p = 0; p < LETTERS; p++) {
        letters[p] = (char) ('a' + Draws.below(SEED, 2, (long) LETTERS * persona + p, 26));
      }
      stories[persona] = new String(letters);
    }
  }

  /** Returns the first so many rows of both sides, after checking their checksums. */
  public static JoinInstance of(int humans, int personas) {
    var instance = new JoinInstance(humans, personas);
    if (humans == CHECKED && personas == CHECKED) {
      String numbers = new Checksum().add(instance.numberBytes()).text();
      var stories = new Checksum();
      for (String story : instance.stories) {
        stories.add(story.getBytes(US_ASCII));
      }
      String letters = stories.text();
      if (!numbers.equals("d23c7616df32dadd") || !letters.equals("1ab0a3840b3748b6")) {
        throw new IllegalStateException(
            "The rows to join have checksums %s and %s.\nMaybe their generator was changed?"
                .formatted(numbers, letters));
      }
    }
    return instance;
  }

  public int number(int human, int column) {
    return numbers[human * COLUMNS + column];
  }

  public String story(int persona) {
    return stories[persona];
  }

  /** Returns all numbers, row by row. */
  public byte[] numberBytes() {
    return numbers.clone();
  }
}
