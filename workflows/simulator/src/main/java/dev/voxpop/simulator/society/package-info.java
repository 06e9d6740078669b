/** Who lives in the society, and panels drawn from it. */
@NullMarked
package dev.voxpop.simulator.society;

import org.jspecify.annotations.NullMarked;
