package dev.voxpop.contracts.run;

import dev.voxpop.contracts.experiment.ExperimentDocument;

/**
 * Asks an owner whether what a document names exists and fits.
 *
 * @param document the document; fields that failed the schema stand at their defaults and are not
 *     reported again
 */
public record CheckRequest(ExperimentDocument document) {}
