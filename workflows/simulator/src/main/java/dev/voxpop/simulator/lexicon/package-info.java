/** Words, phrases and the data files that hold them. */
@NullMarked
package dev.voxpop.simulator.lexicon;

import org.jspecify.annotations.NullMarked;
