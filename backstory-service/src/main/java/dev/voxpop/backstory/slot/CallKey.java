package dev.voxpop.backstory.slot;

import dev.voxpop.interviewing.Place;

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

  /** The call at a place of a slot's series. */
  public static CallKey of(int slot, Place place) {
    int round = (place.step() - 1) / 2;
    if (place.step() == 0) {
      return preamble(slot, place.draw());
    }
    return place.step() % 2 == 1
        ? candidates(slot, round, place.draw())
        : judge(slot, round, place.draw());
  }

  /** Where in a slot's series it is: the preamble, then the candidates and verdicts of rounds. */
  public Place at() {
    String[] parts = place.split("/", -1);
    if (parts.length == 1) {
      return new Place(0, draw);
    }
    int candidates = 2 * Integer.parseInt(parts[1]) + 1;
    return new Place(parts[2].equals("judge") ? candidates + 1 : candidates, draw);
  }

  /** The path of seeds and journal rows. */
  public String path() {
    return "slot/" + slot + "/" + place;
  }
}
