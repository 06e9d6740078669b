package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.Allowance;

/**
 * Asks for a part of the budget and gives back what is held: the answer takes the place of
 * everything that the path holds and has not handed to a batch.
 *
 * @param path workflow path, for instance {@code exp-7/arm/greedy-qa}
 * @param generation grows with every start of the path's workflow
 * @param number counts the grants of this path in this generation, from 0
 * @param ask as much as can be used
 * @param least as much as makes a difference; less is granted only when nothing will come back
 * @param inFlight handed to batches that have not settled yet
 * @param settled what the path has settled in this generation so far
 */
public record GrantRequest(
    String experiment,
    String path,
    int generation,
    int number,
    Allowance ask,
    Allowance least,
    Allowance inFlight,
    Allowance settled) {}
