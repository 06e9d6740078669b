/** One experiment's arms held against the same people: everything a report shows, as numbers. */
@NullMarked
package dev.voxpop.analysis.comparison;

import org.jspecify.annotations.NullMarked;
