package dev.voxpop.analysis.uncertainty;

import dev.voxpop.analysis.panel.Panel;
import java.util.Arrays;
import java.util.List;

/**
 * Metrics of every arm without one person, and without one story, at a time, where what two arms
 * share is left out of both: the acceleration of differences between arms.
 *
 * <p>A person who is left out takes the personas along that stand for them. O((people + stories) ·
 * cost of one comparison of all arms).
 */
public final class JointLeaveOneOut {

  private final Rounds rounds;
  private final int people;

  private JointLeaveOneOut(Rounds rounds, int people) {
    this.rounds = rounds;
    this.people = people;
  }

  /** Computes all of them. */
  public static JointLeaveOneOut of(
      Metrics.Questions questions, Rounds.Sides sides, Panel people, List<Panel> arms) {
    JointResampling.LeftOut leftOut = JointResampling.leaveOneOut(people, arms);
    return new JointLeaveOneOut(
        Rounds.of(questions, sides, leftOut.resampling(), leftOut.people() + leftOut.stories()),
        leftOut.people());
  }

  /** Acceleration of the difference of a metric between two arms. */
  public double acceleration(int first, int second, String metric) {
    double[] differences = rounds.difference(first, second, metric);
    return BiasCorrected.acceleration(
        Arrays.copyOfRange(differences, 0, people),
        Arrays.copyOfRange(differences, people, differences.length));
  }
}
