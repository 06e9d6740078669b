/** Internal consistency of a set of questions. */
@NullMarked
package dev.voxpop.analysis.reliability;

import org.jspecify.annotations.NullMarked;
