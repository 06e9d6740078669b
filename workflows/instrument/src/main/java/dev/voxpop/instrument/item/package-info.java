/** Anything that can be asked with a list of options, and the orders in which options are shown. */
@NullMarked
package dev.voxpop.instrument.item;

import org.jspecify.annotations.NullMarked;
