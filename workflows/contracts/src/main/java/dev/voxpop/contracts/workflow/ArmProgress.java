package dev.voxpop.contracts.workflow;

/**
 * How far one child is.
 *
 * @param path workflow path
 * @param done stored cells
 * @param planned planned cells
 * @param failed stored cells without value
 * @param micros settled money
 */
public record ArmProgress(String path, long done, long planned, long failed, long micros) {}
