package dev.voxpop.worker.planted;

import dev.voxpop.worker.store.ExperimentRow;

/** Breaks a rule of the house on purpose. */
public record SeesTheStore(ExperimentRow row) {}
