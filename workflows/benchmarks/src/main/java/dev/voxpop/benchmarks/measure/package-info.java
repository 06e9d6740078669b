/** Times, memory and the state of the machine. */
@NullMarked
package dev.voxpop.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
