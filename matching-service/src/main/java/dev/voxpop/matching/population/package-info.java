/**
 * Bringing a pool near a population: weights that reproduce margins, and the choice of a sub-pool.
 */
@NullMarked
package dev.voxpop.matching.population;

import org.jspecify.annotations.NullMarked;
