/** How much of an answer depends on the way the question was put. */
@NullMarked
package dev.voxpop.analysis.audit;

import org.jspecify.annotations.NullMarked;
