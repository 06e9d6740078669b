package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Books what a path has settled in one run; {@code closed} returns what was granted and not used.
 *
 * @param path workflow path
 * @param run counts the runs of the experiment, from 0
 */
public record Settlement(
    String experiment, String path, int run, Allowance settled, boolean closed) {}
