/** The commands of the command line, one class each. */
@NullMarked
package dev.voxpop.standalone.command;

import org.jspecify.annotations.NullMarked;
