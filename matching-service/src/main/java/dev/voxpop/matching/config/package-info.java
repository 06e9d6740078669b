/** The matching stage's configuration and the beans made from it. */
@NullMarked
package dev.voxpop.matching.config;

import org.jspecify.annotations.NullMarked;
