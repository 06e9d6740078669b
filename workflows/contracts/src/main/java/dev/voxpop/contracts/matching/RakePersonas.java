package dev.voxpop.contracts.matching;

import dev.voxpop.contracts.experiment.RakingSpec;

/** Weighs personas to the margins of people. */
public record RakePersonas(RakingSpec raking) {}
