/** The usual way to do the same step, run beside ours as a separate program. */
@NullMarked
package dev.voxpop.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
