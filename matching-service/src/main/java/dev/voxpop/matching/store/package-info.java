/** The matching stage's tables. */
@NullMarked
package dev.voxpop.matching.store;

import org.jspecify.annotations.NullMarked;
