/** Matching measured as a user meets it: from arrays in memory to pairs in memory. */
@NullMarked
package dev.voxpop.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
