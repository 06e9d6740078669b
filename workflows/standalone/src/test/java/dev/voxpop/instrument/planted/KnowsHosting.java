package dev.voxpop.instrument.planted;

import dev.voxpop.hosting.WorkerSpec;

/** Breaks a rule of the house on purpose. */
public record KnowsHosting(WorkerSpec spec) {}
