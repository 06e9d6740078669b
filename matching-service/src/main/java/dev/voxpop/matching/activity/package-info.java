/** The matching stage's activities, as Temporal calls them. */
@NullMarked
package dev.voxpop.matching.activity;

import org.jspecify.annotations.NullMarked;
