package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Asks for a part of the budget.
 *
 * @param path workflow path, for instance {@code exp-7/arm/greedy-qa}
 * @param run counts the runs of the experiment, from 0
 * @param number counts the grants of this path in this run, from 0
 * @param settled what the path has settled in this run so far
 */
public record GrantRequest(
    String experiment, String path, int run, int number, Allowance ask, Allowance settled) {}
