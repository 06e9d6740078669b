/** Tries of batches as Temporal activities: signs of life, limits, and what a workflow hears. */
@NullMarked
package dev.voxpop.interviewing.activity;

import org.jspecify.annotations.NullMarked;
