/** Persona-side traits as data: what is asked of a story, and how answers are named. */
@NullMarked
package dev.voxpop.instrument.trait;

import org.jspecify.annotations.NullMarked;
