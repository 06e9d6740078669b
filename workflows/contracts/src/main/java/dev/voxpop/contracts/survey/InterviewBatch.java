package dev.voxpop.contracts.survey;

import dev.voxpop.contracts.run.Allowance;

/**
 * A range of personas to interview.
 *
 * @param from first ordinal
 * @param to one past the last ordinal
 * @param turn counts how often the workflow asked for this batch, from 0; names the allowance
 */
public record InterviewBatch(
    String experiment, String arm, int from, int to, int turn, Allowance allowance) {}
