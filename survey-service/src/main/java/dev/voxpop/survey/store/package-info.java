/** Rows of the survey schema, and the one writer that commits them in groups. */
@NullMarked
package dev.voxpop.survey.store;

import org.jspecify.annotations.NullMarked;
