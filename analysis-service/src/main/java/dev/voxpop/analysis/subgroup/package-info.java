/** Divisions of people, and of the personas that stand for them, into named groups. */
@NullMarked
package dev.voxpop.analysis.subgroup;

import org.jspecify.annotations.NullMarked;
