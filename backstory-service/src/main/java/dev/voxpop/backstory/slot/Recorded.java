package dev.voxpop.backstory.slot;

/**
 * A paid call as the journal holds it.
 *
 * @param promptHash hash of what was asked
 */
public record Recorded(String promptHash, Said said) {}
