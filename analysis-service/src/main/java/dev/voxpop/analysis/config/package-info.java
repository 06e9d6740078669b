/** The analysis stage's configuration and the beans made from it. */
@NullMarked
package dev.voxpop.analysis.config;

import org.jspecify.annotations.NullMarked;
