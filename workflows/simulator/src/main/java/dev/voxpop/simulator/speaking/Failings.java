package dev.voxpop.simulator.speaking;

/**
 * How often a model fails on purpose, as shares from 0 to 1.
 *
 * @param unreadable answers to choice questions that ramble, refuse, are unsure or give a mark that
 *     was not offered (a chat model: two thirds of it)
 * @param flawedStories stories that are too short, interviews, in the third person, contradictory,
 *     cut off or near duplicates
 * @param wrongVerdicts verdicts turned round; a reader overlooks facts at the same rate and
 *     misreads at half of it
 * @param ignoredSchemas replies that ignore a demanded JSON schema
 */
public record Failings(
    double unreadable, double flawedStories, double wrongVerdicts, double ignoredSchemas) {
  /** The failings of the shipped model. */
  public static final Failings USUAL = new Failings(0.03, 0.24, 0.02, 0.01);

  /** No failings. */
  public static final Failings NONE = new Failings(0, 0, 0, 0);

  public Failings {
    for (double share : new double[] {unreadable, flawedStories, wrongVerdicts, ignoredSchemas}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "A failing's share " + share + " is not in 0 … 1.\nMaybe it is meant in percent.");
      }
    }
  }
}
