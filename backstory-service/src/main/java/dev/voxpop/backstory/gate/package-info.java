/** The checks that a candidate must pass before it becomes a story. */
@NullMarked
package dev.voxpop.backstory.gate;

import org.jspecify.annotations.NullMarked;
