/** Stories that exist already: what they are, which are kept, which are chosen. */
@NullMarked
package dev.voxpop.backstory.importing;

import org.jspecify.annotations.NullMarked;
