/** Hosts the stages that are present in this process as Temporal workers. */
@NullMarked
package dev.voxpop.hosting;

import org.jspecify.annotations.NullMarked;
