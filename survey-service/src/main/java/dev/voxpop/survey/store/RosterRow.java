package dev.voxpop.survey.store;

/**
 * A roster as it is stored.
 *
 * @param key its number
 * @param experiment the experiment of an arm; "" for a roster of traits
 * @param name the arm, or the pool
 * @param hash the arm's hash, or the key of the traits
 * @param spec its specification as JSON
 * @param size members
 * @param steps steps of a series
 * @param repeats series a member
 */
public record RosterRow(
    int key,
    Kind kind,
    String experiment,
    String name,
    String hash,
    String spec,
    int size,
    int steps,
    int repeats,
    boolean simulated) {

  /** What is worked on. */
  public enum Kind {
    ARM("arm"),
    TRAITS("traits");

    private final String column;

    Kind(String column) {
      this.column = column;
    }

    String column() {
      return column;
    }
  }

  /** Planned steps of all series. */
  public long cells() {
    return (long) size * steps * repeats;
  }
}
