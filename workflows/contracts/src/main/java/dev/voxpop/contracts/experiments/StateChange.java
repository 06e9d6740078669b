package dev.voxpop.contracts.experiments;

import dev.voxpop.contracts.run.PauseReason;
import org.jspecify.annotations.Nullable;

/**
 * A change of state, for the experiment's log.
 *
 * @param version grows with every change of a run
 * @param state see {@link RunState}
 * @param phase see {@link RunPhase}
 * @param reason why the run stands still; null unless paused
 * @param detail one line; no model text
 * @param result the run's result once it is closed; null before
 */
public record StateChange(
    String experiment,
    String runId,
    long version,
    RunState state,
    RunPhase phase,
    @Nullable PauseReason reason,
    String detail,
    @Nullable RunResult result) {}
