/** Wave and trait files: reading, checking with positions, hashing and overlaying. */
@NullMarked
package dev.voxpop.instrument.file;

import org.jspecify.annotations.NullMarked;
