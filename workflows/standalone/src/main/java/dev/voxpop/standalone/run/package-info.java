/** Runs one experiment in this process: start, follow, fetch the report, print the table. */
@NullMarked
package dev.voxpop.standalone.run;

import org.jspecify.annotations.NullMarked;
