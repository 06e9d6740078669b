/** The tables of the analysis stage. */
@NullMarked
package dev.voxpop.analysis.store;

import org.jspecify.annotations.NullMarked;
