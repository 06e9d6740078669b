/** Keyed, repeatable chance: names for texts, and dice that a name throws. */
@NullMarked
package dev.voxpop.simulator.chance;

import org.jspecify.annotations.NullMarked;
