package dev.voxpop.simulator.planted;

import dev.voxpop.contracts.run.Allowance;

/** Breaks a rule of the house on purpose. */
public record KnowsContracts(Allowance allowance) {}
