/** The stage's configuration and wiring. */
@NullMarked
package dev.voxpop.survey.config;

import org.jspecify.annotations.NullMarked;
