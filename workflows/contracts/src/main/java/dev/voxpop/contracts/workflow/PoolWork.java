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
 * @param run counts the runs of the experiment, from 0; keeps turns and grants of two runs apart
 * @param mode steering at the start
 * @param carried what an earlier leg of this workflow left; null at the start
 */
public record PoolWork(
    String experiment,
    PoolSpec pool,
    @Nullable TraitSpec traits,
    SurveySpec survey,
    int run,
    SteeringMode mode,
    @Nullable Carried carried) {}
