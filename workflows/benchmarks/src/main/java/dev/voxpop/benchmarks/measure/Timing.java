package dev.voxpop.benchmarks.measure;

/**
 * How long one run took.
 *
 * @param seconds on the wall
 * @param cpu seconds of all threads of the process
 */
public record Timing(double seconds, double cpu) {}
