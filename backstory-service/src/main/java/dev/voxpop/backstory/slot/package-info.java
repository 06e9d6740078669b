/** The way of one slot from its first call to a story or to its end. */
@NullMarked
package dev.voxpop.backstory.slot;

import org.jspecify.annotations.NullMarked;
