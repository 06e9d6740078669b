/**
 * Rows that services hand to each other by paged HTTP, as newline-delimited JSON.
 *
 * <p>Every such resource takes {@code limit} (1 … 10,000, default 2,000) and {@code cursor}, and
 * names the next page in the header {@value dev.voxpop.contracts.bulk.Paging#NEXT_CURSOR}, which is
 * absent on the last page.
 */
@NullMarked
package dev.voxpop.contracts.bulk;

import org.jspecify.annotations.NullMarked;
