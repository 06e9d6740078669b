package dev.voxpop.analysis.elicitation;

import dev.voxpop.analysis.distribution.Distribution;

/**
 * What one way of asking gave for a question.
 *
 * @param offOptions share of answers, or probability mass, on anything but an option
 */
public record Elicited(Mode mode, Distribution distribution, double offOptions) {}
