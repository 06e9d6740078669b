package dev.voxpop.benchmarks.measure;

/**
 * How long one run took.
 *
 * @param seconds on the wall
 * @param cpu seconds of the threads that did the work; ours are measured on one thread when it
 *     counts
 */
public record Timing(double seconds, double cpu) {}
