/** Distances between two answer distributions of one question. */
@NullMarked
package dev.voxpop.analysis.distance;

import org.jspecify.annotations.NullMarked;
