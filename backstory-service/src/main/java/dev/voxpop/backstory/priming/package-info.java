/** Prompts that give a writer the traits of one respondent. */
@NullMarked
package dev.voxpop.backstory.priming;

import org.jspecify.annotations.NullMarked;
