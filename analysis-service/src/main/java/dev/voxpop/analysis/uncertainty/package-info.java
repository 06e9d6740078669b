/** Intervals by resampling whole story clusters and people, and differences between arms. */
@NullMarked
package dev.voxpop.analysis.uncertainty;

import org.jspecify.annotations.NullMarked;
