package dev.voxpop.contracts.experiments;

/** How many calls of a model alias a run may have in flight from now on. */
public record ConcurrencyChange(String experiment, String alias, int n) {}
