/** The backstory stage's configuration and the beans made from it. */
@NullMarked
package dev.voxpop.backstory.config;

import org.jspecify.annotations.NullMarked;
