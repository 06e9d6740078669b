/**
 * The running of many interviews at once, within an allowance, under steering, and with stored
 * answers only.
 */
@NullMarked
package dev.voxpop.interviewing;

import org.jspecify.annotations.NullMarked;
