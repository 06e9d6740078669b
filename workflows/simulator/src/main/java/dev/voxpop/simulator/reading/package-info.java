/** How a prompt is taken apart and what it lets a model believe. */
@NullMarked
package dev.voxpop.simulator.reading;

import org.jspecify.annotations.NullMarked;
