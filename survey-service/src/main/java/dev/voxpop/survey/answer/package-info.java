/**
 * Reading answers: from a model's raw text to one option, a refusal, or a stated reason why not.
 */
@NullMarked
package dev.voxpop.survey.answer;

import org.jspecify.annotations.NullMarked;
