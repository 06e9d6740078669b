/** Rows that one stage reads of another, page by page. */
@NullMarked
package dev.voxpop.hosting.peer;

import org.jspecify.annotations.NullMarked;
