/** The survey stage: interviews personas, asks stories for their traits, and keeps every answer. */
@NullMarked
package dev.voxpop.survey;

import org.jspecify.annotations.NullMarked;
