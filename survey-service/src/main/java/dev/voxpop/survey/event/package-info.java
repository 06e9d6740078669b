/** The events that the stage publishes. */
@NullMarked
package dev.voxpop.survey.event;

import org.jspecify.annotations.NullMarked;
