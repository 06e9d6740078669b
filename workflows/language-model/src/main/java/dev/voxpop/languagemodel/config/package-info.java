/** The configuration of model aliases and the bean that opens them. */
@NullMarked
package dev.voxpop.languagemodel.config;

import org.jspecify.annotations.NullMarked;
