/** Tests of what is shown of a run. */
@NullMarked
package dev.voxpop.standalone.progress;

import org.jspecify.annotations.NullMarked;
