/** The backstory stage's HTTP resources and its client of the matching stage. */
@NullMarked
package dev.voxpop.backstory.rest;

import org.jspecify.annotations.NullMarked;
