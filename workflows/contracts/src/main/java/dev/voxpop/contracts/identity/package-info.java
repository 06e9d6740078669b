/** The pure functions that give names and numbers to things: ids, seeds, checksums, hashes. */
@NullMarked
package dev.voxpop.contracts.identity;

import org.jspecify.annotations.NullMarked;
