package dev.voxpop.contracts.matching;

import dev.voxpop.contracts.experiment.MatchingSpec;

/** Pairs personas with people. */
public record MatchPersonas(MatchingSpec matching) {}
