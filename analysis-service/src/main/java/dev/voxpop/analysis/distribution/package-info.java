/** Answer shares of a question, with their standard errors. */
@NullMarked
package dev.voxpop.analysis.distribution;

import org.jspecify.annotations.NullMarked;
