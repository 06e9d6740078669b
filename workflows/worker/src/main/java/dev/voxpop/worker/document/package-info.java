/** Reads experiment documents: strict JSON, the schema, defaults, and rules across fields. */
@NullMarked
package dev.voxpop.worker.document;

import org.jspecify.annotations.NullMarked;
