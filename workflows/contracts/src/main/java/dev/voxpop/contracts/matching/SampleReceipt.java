package dev.voxpop.contracts.matching;

/** A drawn sample. */
public record SampleReceipt(String draw, int people) {}
