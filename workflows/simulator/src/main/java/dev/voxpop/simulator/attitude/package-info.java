/** What a person thinks, as a point or as a belief in six dimensions. */
@NullMarked
package dev.voxpop.simulator.attitude;

import org.jspecify.annotations.NullMarked;
