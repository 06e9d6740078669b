package dev.voxpop.contracts.workflow;

import dev.voxpop.contracts.run.PauseReason;

/** Why a child cannot go on alone. */
public record Halt(String path, PauseReason reason, String detail) {}
