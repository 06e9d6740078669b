package dev.voxpop.benchmarks.peer;

import dev.voxpop.benchmarks.measure.Timing;

/** One run of a peer and what it found. */
public record PeerRun(Timing timing, double total) {}
