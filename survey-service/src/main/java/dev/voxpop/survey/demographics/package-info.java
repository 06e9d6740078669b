/** The demographic survey of stories: reader, sampled draws, log-probabilities, distributions. */
@NullMarked
package dev.voxpop.survey.demographics;

import org.jspecify.annotations.NullMarked;
