package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiment.PoolSpec;
import dev.voxpop.contracts.experiment.SurveySpec;
import dev.voxpop.contracts.experiment.TraitSpec;
import dev.voxpop.contracts.run.SteeringMode;
import org.jspecify.annotations.Nullable;

/**
 * The work of one {@link WritePool}.
 *
 * @param traits how traits are asked; null when nothing needs them
 * @param generation grows with every start of this workflow, over all runs of the experiment; keeps
 *     their turns and grants apart
 * @param reports how often a step tells the run how far it is
 * @param mode steering at the start
 * @param carried what an earlier leg of this workflow left; null at the start
 */
public record PoolWork(
    String experiment,
    PoolSpec pool,
    @Nullable TraitSpec traits,
    SurveySpec survey,
    int generation,
    int reports,
    SteeringMode mode,
    @Nullable Carried carried) {

  /** The next leg of the same work. */
  public PoolWork goingOn(SteeringMode steering, Carried left) {
    return new PoolWork(experiment, pool, traits, survey, generation, reports, steering, left);
  }
}
