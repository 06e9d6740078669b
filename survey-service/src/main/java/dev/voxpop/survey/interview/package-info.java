/** The protocol of one interview: what is asked next, and what an answer means for it. */
@NullMarked
package dev.voxpop.survey.interview;

import org.jspecify.annotations.NullMarked;
