package dev.voxpop.contracts.backstory;

import dev.voxpop.contracts.run.Allowance;

/**
 * A range of slots to fill.
 *
 * @param from first slot
 * @param to one past the last slot
 * @param turn counts how often the workflow asked for this batch, from 0; names the allowance
 */
public record StoryBatch(
    String experiment, String pool, int from, int to, int turn, Allowance allowance) {}
