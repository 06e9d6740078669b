package dev.voxpop.contracts.backstory;

import dev.voxpop.contracts.run.Allowance;

/** Accepts and closes a pool; the allowance is for draws that replace duplicates. */
public record ClosePool(String experiment, String pool, Allowance allowance) {}
