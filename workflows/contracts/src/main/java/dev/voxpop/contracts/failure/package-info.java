/** The closed list of failures that cross a process boundary. */
@NullMarked
package dev.voxpop.contracts.failure;

import org.jspecify.annotations.NullMarked;
