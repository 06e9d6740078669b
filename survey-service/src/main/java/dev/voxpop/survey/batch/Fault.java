package dev.voxpop.survey.batch;

import dev.voxpop.contracts.run.Allowance;

/**
 * A reason of the cell itself for which it has no usable response.
 *
 * @param reason in rows and events: {@code content_filter}, {@code context_length}, {@code
 *     malformed}, {@code rejected}
 * @param raw the beginning of what came; may be empty
 * @param bill what the failed call cost
 */
public record Fault(String reason, String raw, Allowance bill) {}
