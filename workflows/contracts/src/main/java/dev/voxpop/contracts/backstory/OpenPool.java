package dev.voxpop.contracts.backstory;

import dev.voxpop.contracts.experiment.PoolSpec;

/** Opens a pool on behalf of an experiment. */
public record OpenPool(String experiment, PoolSpec pool) {}
