package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.experiment.ArmSpec;
import dev.voxpop.contracts.run.SteeringMode;
import org.jspecify.annotations.Nullable;

/** The work of one {@link InterviewArm}; {@code carried} is null at the start. */
public record ArmWork(ArmSpec arm, SteeringMode mode, @Nullable Carried carried) {}
