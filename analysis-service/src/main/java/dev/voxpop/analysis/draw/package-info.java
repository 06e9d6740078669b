/** Random numbers by seed, stream and index, so that any thread can draw any of them. */
@NullMarked
package dev.voxpop.analysis.draw;

import org.jspecify.annotations.NullMarked;
