package dev.voxpop.survey.interview;

import dev.voxpop.instrument.item.DisplayOrder;

/**
 * A planned answer of a series.
 *
 * @param question index of the question in the questionnaire
 * @param position place in the series
 * @param order how the options are shown
 */
public record Cell(int question, int position, DisplayOrder order) {}
