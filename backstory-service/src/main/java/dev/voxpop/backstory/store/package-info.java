/** The rows of the backstory schema. */
@NullMarked
package dev.voxpop.backstory.store;

import org.jspecify.annotations.NullMarked;
