/** The port to language models: prompts, replies, failures, places at a model and the purse. */
@NullMarked
package dev.voxpop.languagemodel;

import org.jspecify.annotations.NullMarked;
