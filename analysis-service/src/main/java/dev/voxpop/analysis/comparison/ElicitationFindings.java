package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.distance.Distance;
import dev.voxpop.analysis.distance.MeanDistance;
import dev.voxpop.analysis.elicitation.ElicitationAgreement;
import dev.voxpop.analysis.elicitation.Mode;
import java.util.List;

/**
 * The ways in which an arm was asked, side by side.
 *
 * @param arm id of an arm; it may have no drawn answers
 * @param ways in order of the modes
 * @param pairs means over questions of every pair of ways
 * @param questions every question's ways and pairs
 */
public record ElicitationFindings(
    String arm, List<Way> ways, List<PairMean> pairs, List<ElicitationAgreement> questions) {

  /** Copies the lists. */
  public ElicitationFindings {
    ways = List.copyOf(ways);
    pairs = List.copyOf(pairs);
    questions = List.copyOf(questions);
  }

  /**
   * One way and how far it is from the people.
   *
   * @param personas who were asked in this way
   * @param offOptions mean over questions of what lies on anything but an option
   * @param distances to the people, by question
   */
  public record Way(
      Mode mode, int personas, double offOptions, List<Distance> distances, MeanDistance mean) {

    /** Copies the list. */
    public Way {
      distances = List.copyOf(distances);
    }
  }

  /** Two ways and their distance on average. */
  public record PairMean(Mode first, Mode second, MeanDistance mean) {}
}
