/** What the backstory stage offers. */
@NullMarked
package dev.voxpop.contracts.backstory;

import org.jspecify.annotations.NullMarked;
