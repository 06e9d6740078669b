/** The stage's Temporal activities. */
@NullMarked
package dev.voxpop.survey.activity;

import org.jspecify.annotations.NullMarked;
