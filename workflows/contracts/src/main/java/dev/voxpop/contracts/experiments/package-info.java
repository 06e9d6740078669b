/** What the worker's own stage offers to its workflows: reading, admitting, granting, recording. */
@NullMarked
package dev.voxpop.contracts.experiments;

import org.jspecify.annotations.NullMarked;
