package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Books what a path has settled in all; {@code closed} returns what was granted and not used.
 *
 * @param path workflow path
 */
public record Settlement(String experiment, String path, Allowance settled, boolean closed) {}
