/** Pairing humans with personas: greedy, maximum weight with a certificate, and random. */
@NullMarked
package dev.voxpop.matching.assignment;

import org.jspecify.annotations.NullMarked;
