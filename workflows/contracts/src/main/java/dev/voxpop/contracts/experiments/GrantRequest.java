package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Asks for a part of the budget.
 *
 * @param path workflow path, for instance {@code exp-7/arm/greedy-qa}
 * @param number counts the grants of this path, from 0
 * @param settled what the path has settled in all so far
 */
public record GrantRequest(
    String experiment, String path, int number, Allowance ask, Allowance settled) {}
