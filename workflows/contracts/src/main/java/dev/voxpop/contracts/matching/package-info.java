/** What the matching stage offers. */
@NullMarked
package dev.voxpop.contracts.matching;

import org.jspecify.annotations.NullMarked;
