/** The OpenAI-compatible server: requests, limits, latency and statistics. */
@NullMarked
package dev.voxpop.simulator.server;

import org.jspecify.annotations.NullMarked;
