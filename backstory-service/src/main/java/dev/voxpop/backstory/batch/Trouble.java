package dev.voxpop.backstory.batch;

/**
 * How often one draw was sent without a usable reply.
 *
 * @param tries all of them
 * @param malformed replies that could not be read
 */
public record Trouble(int tries, int malformed) {

  /** None yet. */
  public static final Trouble NONE = new Trouble(0, 0);

  Trouble plusTry() {
    return new Trouble(tries + 1, malformed);
  }

  Trouble plusMalformed() {
    return new Trouble(tries + 1, malformed + 1);
  }
}
