/** The worker's settings. */
@NullMarked
package dev.voxpop.worker.config;

import org.jspecify.annotations.NullMarked;
