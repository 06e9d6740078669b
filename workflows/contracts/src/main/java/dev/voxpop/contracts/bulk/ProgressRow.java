package dev.voxpop.contracts.bulk;

/**
 * How far one piece of work of an experiment is. {@code GET /survey/experiments/{id}/progress} and
 * {@code GET /backstory/experiments/{id}/progress}.
 *
 * @param path workflow path, for instance {@code exp-7/arm/greedy-qa}
 * @param done stored cells
 * @param planned planned cells
 * @param failed stored cells without value
 * @param micros settled money
 * @param lostCalls calls whose outcome a crash made unknowable
 */
public record ProgressRow(
    String path, long done, long planned, long failed, long micros, long calls, long lostCalls) {}
