package dev.voxpop.simulator.server;

/**
 * What a simulator has done: an independent witness of how often it was asked what.
 *
 * @param calls requests whose work was done
 * @param distinctPairs different pairs of script and seed among them
 * @param repeats calls whose pair had been asked before
 * @param refused requests refused with 429
 * @param failed requests refused with another error
 * @param inFlight requests under way now
 * @param peakInFlight the most requests under way at once
 * @param inputTokens tokens of scripts
 * @param outputTokens tokens of replies
 * @param moneyMicros their cost in micro-units of money
 * @param serviceMicros the sum of the time from request to reply in microseconds
 */
public record StatsSnapshot(
    long calls,
    long distinctPairs,
    long repeats,
    long refused,
    long failed,
    long inFlight,
    long peakInFlight,
    long inputTokens,
    long outputTokens,
    long moneyMicros,
    long serviceMicros) {}
