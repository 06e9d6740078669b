package dev.voxpop.matching.weighting;

/** The weight of one persona, at least 0. */
public record PersonaWeight(String persona, double weight) {}
