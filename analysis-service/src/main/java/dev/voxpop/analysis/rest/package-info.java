/** Reports over HTTP, and what this stage asks the matching stage. */
@NullMarked
package dev.voxpop.analysis.rest;

import org.jspecify.annotations.NullMarked;
