/** How interviews ended: states, re-asking and refusals. */
@NullMarked
package dev.voxpop.analysis.compliance;

import org.jspecify.annotations.NullMarked;
