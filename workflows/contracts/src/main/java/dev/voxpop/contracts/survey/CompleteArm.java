package dev.voxpop.contracts.survey;

/** Closes an arm with what is there. */
public record CompleteArm(String experiment, String arm) {}
