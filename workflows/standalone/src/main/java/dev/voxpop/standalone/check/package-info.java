/** Checks that need no server. */
@NullMarked
package dev.voxpop.standalone.check;

import org.jspecify.annotations.NullMarked;
