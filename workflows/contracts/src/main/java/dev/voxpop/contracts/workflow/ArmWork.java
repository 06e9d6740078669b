package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.SteeringMode;
import org.jspecify.annotations.Nullable;

/**
 * The work of one {@link InterviewArm}.
 *
 * @param generation grows with every start of this workflow, over all runs of the experiment; keeps
 *     their turns and grants apart
 * @param reports how often a step tells the run how far it is
 * @param mode steering at the start
 * @param carried what an earlier leg of this workflow left; null at the start
 */
public record ArmWork(
    ArmSpec arm, int generation, int reports, SteeringMode mode, @Nullable Carried carried) {

  /** The next leg of the same work. */
  public ArmWork goingOn(SteeringMode steering, Carried left) {
    return new ArmWork(arm, generation, reports, steering, left);
  }
}
