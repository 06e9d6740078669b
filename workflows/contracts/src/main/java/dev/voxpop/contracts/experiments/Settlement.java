package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Books what a path has settled in one generation; {@code closed} returns what was granted and not
 * used.
 *
 * @param path workflow path
 * @param generation grows with every start of the path's workflow
 */
public record Settlement(
    String experiment, String path, int generation, Allowance settled, boolean closed) {}
