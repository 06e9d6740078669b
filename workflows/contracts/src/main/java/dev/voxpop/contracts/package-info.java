/** The published language between the stages: what every process may know of the others. */
@NullMarked
package dev.voxpop.contracts;

import org.jspecify.annotations.NullMarked;
