package dev.voxpop.contracts.survey;

import dev.voxpop.contracts.experiment.ArmSpec;

/** Enrols an arm's roster. */
public record EnrolArm(ArmSpec arm) {}
