package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.SteeringMode;
import org.jspecify.annotations.Nullable;

/**
 * The work of one {@link InterviewArm}.
 *
 * @param run counts the runs of the experiment, from 0; keeps turns and grants of two runs apart
 * @param mode steering at the start
 * @param carried what an earlier leg of this workflow left; null at the start
 */
public record ArmWork(ArmSpec arm, int run, SteeringMode mode, @Nullable Carried carried) {}
