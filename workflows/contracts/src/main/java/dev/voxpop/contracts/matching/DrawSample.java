package dev.voxpop.contracts.matching;

import dev.voxpop.contracts.experiment.SampleSpec;

/** Draws people. */
public record DrawSample(SampleSpec sample) {}
