/** The bytes around a question: option marks, role words, fixed lines and whole blocks. */
@NullMarked
package dev.voxpop.instrument.format;

import org.jspecify.annotations.NullMarked;
