/** What a model is shown: growing prompts, their hashes, and the fixed texts in them. */
@NullMarked
package dev.voxpop.survey.prompt;

import org.jspecify.annotations.NullMarked;
