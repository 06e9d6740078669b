/** Shows how far a run is, on a terminal and elsewhere. */
@NullMarked
package dev.voxpop.standalone.progress;

import org.jspecify.annotations.NullMarked;
