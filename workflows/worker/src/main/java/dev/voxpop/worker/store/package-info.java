/** The rows of the {@code experiment} schema: experiments, their log, and the ledger. */
@NullMarked
package dev.voxpop.worker.store;

import org.jspecify.annotations.NullMarked;
