package dev.voxpop.backstory.slot;

/**
 * Which paid call of a pool is meant.
 *
 * @param place what is asked, for instance {@code round/0/judge}
 * @param draw counts content: attempts of the preamble, candidates of a round
 */
public record CallKey(int slot, String place, int draw) {

  /** The answer to the preamble. */
  static CallKey preamble(int slot, int attempt) {
    return new CallKey(slot, "preamble", attempt);
  }

  /** The candidates of a round from {@code first} on. */
  static CallKey candidates(int slot, int round, int first) {
    return new CallKey(slot, "round/" + round + "/candidates", first);
  }

  /** The verdict on one candidate. */
  static CallKey judge(int slot, int round, int candidate) {
    return new CallKey(slot, "round/" + round + "/judge", candidate);
  }

  /** The path of seeds and journal rows. */
  public String path() {
    return "slot/" + slot + "/" + place;
  }
}
