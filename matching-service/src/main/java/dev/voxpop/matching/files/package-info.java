/** Matching on files, without any server. */
@NullMarked
package dev.voxpop.matching.files;

import org.jspecify.annotations.NullMarked;
