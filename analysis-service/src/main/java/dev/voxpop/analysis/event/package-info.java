/** Reads answers and closings from Kafka. */
@NullMarked
package dev.voxpop.analysis.event;

import org.jspecify.annotations.NullMarked;
