/** The command {@code bench}: measures our own code beside the usual way to do the same. */
@NullMarked
package dev.voxpop.benchmarks;

import org.jspecify.annotations.NullMarked;
