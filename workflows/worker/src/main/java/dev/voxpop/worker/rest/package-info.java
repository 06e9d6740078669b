/** The experiment API and the console's pages. */
@NullMarked
package dev.voxpop.worker.rest;

import org.jspecify.annotations.NullMarked;
