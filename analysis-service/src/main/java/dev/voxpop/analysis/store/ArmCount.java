package dev.voxpop.analysis.store;

/**
 * What has arrived of an arm.
 *
 * @param rows stored answers
 * @param checksum sixteen hex digits over them
 */
public record ArmCount(long rows, String checksum) {}
