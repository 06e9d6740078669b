/** The analysis stage's activities: they translate, call a feature and translate back. */
@NullMarked
package dev.voxpop.analysis.activity;

import org.jspecify.annotations.NullMarked;
