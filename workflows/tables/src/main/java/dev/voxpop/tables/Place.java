package dev.voxpop.tables;

/**
 * Where a row is in its file, in the words of somebody who looks for it there.
 *
 * @param unit what the file counts
 * @param number from 1 on
 */
public record Place(Unit unit, long number) {

  /** What a file counts. */
  public enum Unit {
    /** Lines of a text, the header included. */
    LINE("Line"),
    /** Rows of a table without header. */
    ROW("Row");

    private final String word;

    Unit(String word) {
      this.word = word;
    }
  }

  public static Place line(long number) {
    return new Place(Unit.LINE, number);
  }

  public static Place row(long number) {
    return new Place(Unit.ROW, number);
  }

  /** Returns the place as the beginning of a message. */
  @Override
  public String toString() {
    return unit.word + " " + number;
  }
}
