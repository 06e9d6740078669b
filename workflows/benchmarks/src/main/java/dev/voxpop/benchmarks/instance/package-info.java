/** Benchmark data that any language can rebuild bit by bit from a seed. */
@NullMarked
package dev.voxpop.benchmarks.instance;

import org.jspecify.annotations.NullMarked;
