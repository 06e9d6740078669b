/** All stages in one process, and the command line. */
@NullMarked
package dev.voxpop.standalone;

import org.jspecify.annotations.NullMarked;
