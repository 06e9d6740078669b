/** Whether a report follows from its rows. */
@NullMarked
package dev.voxpop.analysis.verification;

import org.jspecify.annotations.NullMarked;
