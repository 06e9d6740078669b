package dev.voxpop.survey.store;

import dev.voxpop.contracts.run.Allowance;

/**
 * How far an experiment is with a roster.
 *
 * @param path the workflow that works on it; "" before its first batch
 * @param answered stored cells
 * @param failed stored cells that hold neither a value nor a refusal
 * @param lostCalls calls of which nobody knows how they ended
 */
public record Progress(
    RosterRow roster, String path, long answered, long failed, Allowance settled, long lostCalls) {}
