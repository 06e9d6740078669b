package dev.voxpop.analysis.distribution;

/** Bounds of a share, within 0 … 1. */
public record ShareInterval(double low, double high) {}
