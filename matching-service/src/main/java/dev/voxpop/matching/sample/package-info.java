/** Human samples: reading and checking them, naming their people, drawing from them. */
@NullMarked
package dev.voxpop.matching.sample;

import org.jspecify.annotations.NullMarked;
