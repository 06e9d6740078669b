package dev.voxpop.survey.demographics;

import dev.voxpop.contracts.event.AnswerState;
import org.jspecify.annotations.Nullable;

/**
 * One draw of a request.
 *
 * @param option index in the trait's options, the refusal last; null when none was read
 * @param raw the text, untouched
 */
public record TraitDraw(AnswerState state, @Nullable Integer option, String raw) {}
