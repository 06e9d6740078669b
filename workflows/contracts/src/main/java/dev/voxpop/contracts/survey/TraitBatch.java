package dev.voxpop.contracts.survey;

import dev.voxpop.contracts.run.Allowance;

/**
 * A range of stories whose traits are asked.
 *
 * @param from first ordinal
 * @param to one past the last ordinal
 * @param turn counts how often the workflow asked for this batch, from 0; names the allowance
 */
public record TraitBatch(
    String experiment,
    String pool,
    String traitKey,
    int from,
    int to,
    int turn,
    Allowance allowance) {}
