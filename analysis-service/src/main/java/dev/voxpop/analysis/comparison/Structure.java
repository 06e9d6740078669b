package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.structure.CorrelationMatrix;
import dev.voxpop.analysis.structure.MatrixDistance;

/**
 * The persona correlations of one preset and how far they are from the people's.
 *
 * @param humanRows rows behind the people's matrix
 * @param personaRows rows behind the personas' matrix
 */
public record Structure(
    CorrelationMatrix matrix, MatrixDistance distance, int humanRows, int personaRows) {}
