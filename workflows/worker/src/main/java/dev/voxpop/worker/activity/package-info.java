/** The worker's own activities: translate, call, translate back. */
@NullMarked
package dev.voxpop.worker.activity;

import org.jspecify.annotations.NullMarked;
