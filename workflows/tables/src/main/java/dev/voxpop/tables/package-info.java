/** Flat tables in files, read from front to back whatever their format. */
@NullMarked
package dev.voxpop.tables;

import org.jspecify.annotations.NullMarked;
