/** A simulated society behind an OpenAI-compatible API. */
@NullMarked
package dev.voxpop.simulator;

import org.jspecify.annotations.NullMarked;
