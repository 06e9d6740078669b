/** Tests of the command line. */
@NullMarked
package dev.voxpop.standalone.command;

import org.jspecify.annotations.NullMarked;
