/** The backstory stage: writes, imports, judges and keeps life stories. */
@NullMarked
package dev.voxpop.backstory;

import org.jspecify.annotations.NullMarked;
