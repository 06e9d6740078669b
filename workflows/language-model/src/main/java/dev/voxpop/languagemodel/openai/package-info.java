/** The adapters to OpenAI-compatible servers: HTTP, JSON and everything strange on the wire. */
@NullMarked
package dev.voxpop.languagemodel.openai;

import org.jspecify.annotations.NullMarked;
