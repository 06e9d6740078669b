/**
 * Population shares from many personas and a few people: the personas' mean, corrected by what the
 * people answered.
 */
@NullMarked
package dev.voxpop.analysis.rectified;

import org.jspecify.annotations.NullMarked;
