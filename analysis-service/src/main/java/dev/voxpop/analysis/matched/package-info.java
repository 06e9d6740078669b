/** What the matching stage says of the pairs and weights that an experiment used. */
@NullMarked
package dev.voxpop.analysis.matched;

import org.jspecify.annotations.NullMarked;
