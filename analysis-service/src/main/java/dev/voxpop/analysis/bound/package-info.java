/**
 * The distance between two random halves of the people: what no set of personas can be expected to
 * beat.
 */
@NullMarked
package dev.voxpop.analysis.bound;

import org.jspecify.annotations.NullMarked;
