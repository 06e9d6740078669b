/** Answers of people or personas as columns of option indexes, with weights and clusters. */
@NullMarked
package dev.voxpop.analysis.panel;

import org.jspecify.annotations.NullMarked;
