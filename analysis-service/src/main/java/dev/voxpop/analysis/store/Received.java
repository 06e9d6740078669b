package dev.voxpop.analysis.store;

import java.util.UUID;

/**
 * An event as it was read.
 *
 * @param id the event's id
 */
public record Received<T>(UUID id, T data) {}
