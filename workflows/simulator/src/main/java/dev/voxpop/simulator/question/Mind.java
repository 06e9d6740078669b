package dev.voxpop.simulator.question;

import dev.voxpop.simulator.attitude.AttitudeBelief;
import dev.voxpop.simulator.attitude.AttitudeVector;

/**
 * The flaws of a model's mind: its predictive spread is {@code confidence} times that of its
 * belief, and its expectation leans to a default attitude that fades with the share of variance
 * explained by what it has read.
 *
 * @param confidence κ, the factor on the predictive standard deviation; 1 is honest
 * @param lean the default attitude: this many standard deviations off the population's mean in each
 *     dimension
 */
public record Mind(double confidence, double lean) {
  /** A mind without flaws. */
  public static final Mind HONEST = new Mind(1, 0);

  /** The flaws planted in the simulator. */
  public static final Mind PLANTED = new Mind(0.5, 0.5);

  /** The direction in which the default attitude lies. */
  private static final AttitudeVector DEFAULT_ATTITUDE =
      AttitudeVector.of(1, 1, 1, 1, -1, -1).unit();

  /**
   * The default attitude's pull along a direction: it fades with the explained share of the
   * variance.
   */
  double pull(AttitudeBelief belief, AttitudeVector direction) {
    double unexplained = Math.clamp(belief.variance(direction), 0, 1);
    return lean * unexplained * DEFAULT_ATTITUDE.dot(direction);
  }
}
