package dev.voxpop.matching.planted;

import dev.voxpop.worker.plan.Settled;

/** Breaks a rule of the house on purpose. */
public record AsksTheWorker(Settled settled) {}
