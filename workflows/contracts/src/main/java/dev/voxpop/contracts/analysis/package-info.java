/** What the analysis stage offers. */
@NullMarked
package dev.voxpop.contracts.analysis;

import org.jspecify.annotations.NullMarked;
