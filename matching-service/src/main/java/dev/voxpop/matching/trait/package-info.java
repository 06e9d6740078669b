/**
 * Common labels for both sides: maps from persona options and human codes, and conditions on
 * traits.
 */
@NullMarked
package dev.voxpop.matching.trait;

import org.jspecify.annotations.NullMarked;
