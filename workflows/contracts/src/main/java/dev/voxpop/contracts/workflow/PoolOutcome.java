package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.backstory.PoolReceipt;
import dev.voxpop.contracts.run.Allowance;
import org.jspecify.annotations.Nullable;

/** What a {@link WritePool} ended with; {@code pool} is null when it was stopped before closing. */
public record PoolOutcome(@Nullable PoolReceipt pool, Allowance settled, boolean complete) {}
