package dev.voxpop.interviewing;

import dev.voxpop.contracts.run.Allowance;

/**
 * The row that says where a series stands and whether a call may be out.
 *
 * @param reserved worst case of the call that may be out; nothing when none is
 */
public record Cursor(Place place, Phase phase, Trouble trouble, Allowance reserved) {
  /** Whether a call may be out. */
  public enum Phase {
    /** No call is out. */
    WAITING,
    /** A call may be out. */
    CALLING,
    /** The series is finished. */
    FINISHED
  }

  /**
   * What went wrong with the step at hand; transport only, never part of seeds or prompts.
   *
   * @param tries calls of the draw at hand that ended without a reply
   * @param malformed replies of the step at hand that were no replies
   * @param rejected refusals of the step at hand
   */
  public record Trouble(int tries, int malformed, int rejected) {
    /** No trouble. */
    public static final Trouble NONE = new Trouble(0, 0, 0);

    Trouble plusTry() {
      return new Trouble(tries + 1, malformed, rejected);
    }

    Trouble plusMalformed() {
      return new Trouble(tries + 1, malformed + 1, rejected);
    }

    Trouble plusRejected() {
      return new Trouble(tries + 1, malformed, rejected + 1);
    }
  }

  /** Nothing is out. */
  static Cursor waiting(Place place, Trouble trouble) {
    return new Cursor(place, Phase.WAITING, trouble, Allowance.NONE);
  }

  /** A call leaves after this is stored. */
  static Cursor calling(Place place, Trouble trouble, Allowance worstCase) {
    return new Cursor(place, Phase.CALLING, trouble, worstCase);
  }

  /** Nothing is left to do. */
  static Cursor finished(Place place) {
    return new Cursor(place, Phase.FINISHED, Trouble.NONE, Allowance.NONE);
  }
}
