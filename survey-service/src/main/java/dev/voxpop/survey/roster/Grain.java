package dev.voxpop.survey.roster;

/**
 * The size of batches: as configured, unless a batch would make fewer than a thousand or more than
 * ten thousand calls; always 20 … 1,000 members.
 */
public final class Grain {
  private static final int FEWEST_MEMBERS = 20;
  private static final int MOST_MEMBERS = 1_000;
  private static final long FEWEST_CALLS = 1_000;
  private static final long MOST_CALLS = 10_000;

  private Grain() {}

  /** Members a batch when each of them takes about so many calls. */
  public static int of(int configured, long callsPerMember) {
    long calls = Math.max(1, callsPerMember);
    long size = configured;
    if (size * calls > MOST_CALLS) {
      size = MOST_CALLS / calls;
    } else if (size * calls < FEWEST_CALLS) {
      size = Math.ceilDiv(FEWEST_CALLS, calls);
    }
    return Math.clamp(size, FEWEST_MEMBERS, MOST_MEMBERS);
  }
}
