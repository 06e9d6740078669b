/** Settles a checked document against the facts of the world, and plans what it will buy. */
@NullMarked
package dev.voxpop.worker.plan;

import org.jspecify.annotations.NullMarked;
