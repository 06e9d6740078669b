/** The human lower bound measured beside data frames and numpy. */
@NullMarked
package dev.voxpop.benchmarks.statistics;

import org.jspecify.annotations.NullMarked;
